//! A class from its opening to its last session: call-up, nominations, local items, the door, attendance, groups.

use super::facts::{ClassFile, place_id};
use super::library::document_id;
use super::setting::new_person;
use super::{Stage, instant, told};
use crate::classes::attendance::{self, How, State as Mark};
use crate::classes::{self, Asked, Naming, NewClass, NewMaterial, NewProject, Plan, Speaking, State};
use crate::db::Deed;
use crate::ground::{Instant, Problem};
use crate::people::{self, NewPerson};
use crate::programmes::{self, ItemState, NewLocalItem, component_id};
use crate::web::{Grant, Role};

/// The co-ordinator and the secretary of both classes.
pub(super) const COORDINATOR: &str = "org1";

impl Stage<'_> {
    pub(super) fn file(&self, class: usize) -> Result<&ClassFile, Problem> {
        self.classes.get(class).ok_or_else(|| Problem::new("no such class in the files"))
    }

    pub(super) fn by(&self, key: &str, what: &str, at: Instant) -> Result<Deed, Problem> {
        Ok(Self::deed(what, Some(&self.person(key)?), at))
    }

    /// The project, with its experts and its sponsor's officer.
    pub(super) async fn open_project(&mut self, class: usize, at: Instant) -> Result<(), Problem> {
        let file = self.file(class)?;
        let it = &file.training_project;
        let new = NewProject {
            code: it.key.trim_start_matches("da-ncnl-").to_uppercase().replace("135", "CT135").replace("2026", "MTQG26"),
            name: it.name.clone(),
            sponsor: it.sponsor.clone(),
            provider: it.provider.clone(),
            period_id: Some(it.period.clone()),
            component_id: Some(component_id(&it.period, &it.component)),
        };
        let key = it.key.clone();
        let experts = file.class.experts.clone();
        let deed = self.by(COORDINATOR, &format!("project/{key}"), at)?;
        let project = classes::open_project(self.db, &self.actor(COORDINATOR)?, deed.clone(), new).await.map_err(told)?;
        self.made.insert(key, project.clone());
        let others = [("spo1".to_owned(), Role::Sponsor)];
        for (key, role) in experts.into_iter().map(|key| (key, Role::Expert)).chain(others) {
            let person = self.person(&key)?;
            let mut tx = self.db.begin().await?;
            people::grant(&mut tx, &deed.part(&key), &person, role, None, Some(&project)).await?;
            tx.commit().await?;
            self.give(&key, "", Grant { role, class: None, project: Some(project.clone()) })?;
        }
        Ok(())
    }

    /// The class is opened, its sessions planned, its seats asked.
    pub(super) async fn call(&mut self, class: usize, at: Instant) -> Result<(), Problem> {
        let file = self.file(class)?;
        let it = &file.class;
        let code = it.code.clone();
        let new = NewClass {
            project_id: self.made(&file.training_project.key)?,
            code: it.code.clone(),
            name: it.name.clone(),
            province_id: place_id(&it.era, &it.province),
            venue: it.venue.clone(),
            host: it.host.clone(),
            starts_on: it.from.clone(),
            ends_on: it.to.clone(),
            nominate_by: Some(it.answer_by.clone()),
            allowance: it.allowance.clone(),
            late_after: 15,
        };
        let actor = self.actor(COORDINATOR)?;
        let deed = self.by(COORDINATOR, &format!("class/{code}"), at)?;
        let id = classes::open_class(self.db, &actor, deed.clone(), new).await.map_err(told)?;
        let mut tx = self.db.begin().await?;
        people::grant(&mut tx, &deed.part("secretary"), &self.person(&it.secretary)?, Role::Organiser, Some(&id), None).await?;
        tx.commit().await?;

        let mut made = vec![(code.clone(), id.clone())];
        for session in &file.sessions {
            let what = format!("{code}/{}", session.no);
            let plan = Plan {
                starts_at: instant(&session.starts)?,
                ends_at: instant(&session.ends)?,
                topic: session.topic.clone(),
                hall: String::new(),
            };
            let planned = classes::plan_session(self.db, &actor, self.by(COORDINATOR, &format!("session/{what}"), at)?, &id, plan)
                .await
                .map_err(told)?;
            for (n, key) in session.speakers.iter().enumerate() {
                let Some(person) = self.persons.get(key) else { continue };
                let deed = self.by(COORDINATOR, &format!("speaker/{what}/{n}"), at)?;
                classes::set_speaker(self.db, &actor, deed, &planned, Speaking::Known(person.clone()), "").await.map_err(told)?;
            }
            for (n, material) in session.materials.iter().enumerate() {
                let deed = self.by(COORDINATOR, &format!("material/{what}/{n}"), at)?;
                let document_id = material.document.as_deref().map(document_id);
                let new = NewMaterial { title: material.title.clone(), document_id, ..NewMaterial::default() };
                classes::add_material(self.db, &actor, deed, &planned, new).await.map_err(told)?;
            }
            made.push((what, planned));
        }
        let asked = file.seats.iter().map(|seat| Asked {
            place_id: place_id(&it.era, &seat.place),
            seats: seat.seats,
            unit: if seat.place.len() == 3 { "Phòng Dân tộc huyện".to_owned() } else { "UBND xã".to_owned() },
        });
        classes::ask_seats(self.db, &actor, self.by(COORDINATOR, &format!("seats/{code}"), at)?, &id, asked.collect())
            .await
            .map_err(told)?;
        let secretary = file.class.secretary.clone();
        self.made.extend(made);
        self.give(&secretary, "", Grant { role: Role::Organiser, class: Some(id), project: None })
    }

    /// A place names its people.
    pub(super) async fn name(&mut self, class: usize, seat: usize, at: Instant) -> Result<(), Problem> {
        let file = self.file(class)?;
        let Some(seat) = file.seats.get(seat) else { return Ok(()) };
        let found = classes::class(self.db, &self.made(&file.class.code)?).await?.ok_or_else(|| Problem::new("the class is not there"))?;
        let mut named = Vec::new();
        for key in &seat.trainees {
            let Some(person) = file.persons.iter().find(|it| it.key == *key) else {
                return Err(Problem::new(format!("nobody is called {key}")));
            };
            let new = new_person(file, person);
            let name = new.name.clone();
            let deed = Self::deed(&format!("trainee/{}/{key}", found.code), None, at);
            let mut tx = self.db.begin().await?;
            let unit = seat.name.clone();
            let new = NewPerson { unit, ..new };
            let trainee = classes::name_trainee(&mut tx, &deed, &found, &place_id(&file.class.era, &seat.place), new, Naming::default())
                .await
                .map_err(told)?;
            tx.commit().await?;
            let person = classes::trainee(self.db, &trainee).await?.ok_or_else(|| Problem::new("the trainee is not there"))?;
            named.push((key.clone(), name, person.person_id, trainee));
        }
        let (id, code) = (found.id.clone(), found.code.clone());
        for (key, name, person, trainee) in named {
            self.persons.insert(key.clone(), person);
            self.made.insert(format!("{code}/{key}"), trainee);
            self.give(&key, &name, Grant { role: Role::Trainee, class: Some(id.clone()), project: None })?;
        }
        Ok(())
    }

    pub(super) async fn keep_items(&mut self, class: usize, at: Instant) -> Result<(), Problem> {
        let file = self.file(class)?;
        let mut made = Vec::new();
        let mut tx = self.db.begin().await?;
        for (n, it) in file.local_items.iter().enumerate() {
            let new = NewLocalItem {
                id: None,
                place_id: place_id(&file.class.era, &it.place),
                component_id: component_id(&it.period, &it.component),
                name: it.name.clone(),
                year: it.year,
                planned: it.planned,
                spent: it.spent,
                state: ItemState::from_name(&it.status).ok_or_else(|| Problem::new(format!("{} is no state", it.status)))?,
                note: it.note.clone(),
                illustration: true,
            };
            let id = programmes::keep_local_item(&mut tx, &Self::deed(&format!("item/{}/{n}", file.class.code), None, at), new).await?;
            made.push((it.name.clone(), id));
        }
        tx.commit().await?;
        self.made.extend(made);
        Ok(())
    }

    pub(super) async fn set_state(&self, class: usize, state: State, at: Instant) -> Result<(), Problem> {
        let code = &self.file(class)?.class.code;
        let deed = self.by(COORDINATOR, &format!("state/{code}/{state:?}"), at)?;
        classes::set_state(self.db, &self.actor(COORDINATOR)?, deed, &self.made(code)?, state).await.map_err(told)
    }

    pub(super) async fn group(&self, class: usize, at: Instant) -> Result<(), Problem> {
        let file = self.file(class)?;
        let code = &file.class.code;
        let mut wanted = Vec::new();
        let mut groups: Vec<_> = file.groups.iter().collect();
        groups.sort_by_key(|it| it.no);
        for it in groups {
            // Who was replaced at the door sits in no group; who came instead does.
            let members = it.members.iter().filter_map(|key| self.made.get(&format!("{code}/{key}")).cloned());
            wanted.push((it.name.clone(), members.collect()));
        }
        let deed = self.by(COORDINATOR, &format!("groups/{code}"), at)?;
        classes::form_groups(self.db, &self.actor(COORDINATOR)?, deed, &self.made(code)?, true, wanted).await.map_err(told)
    }

    pub(super) async fn door(&self, class: usize, session: usize, open: bool, at: Instant) -> Result<(), Problem> {
        let file = self.file(class)?;
        let Some(session) = file.sessions.get(session) else { return Ok(()) };
        let what = format!("{}/{}", file.class.code, session.no);
        let secretary = &file.class.secretary;
        let deed = self.by(secretary, &format!("door/{what}/{open}"), at)?;
        let (actor, id) = (self.actor(secretary)?, self.made(&what)?);
        if open {
            attendance::open_door(self.db, &actor, deed, &id).await
        } else {
            attendance::close_door(self.db, &actor, deed, &id).await
        }
        .map_err(told)
    }

    /// Somebody comes to a session, or is marked as not having come. The first time through the door they consent.
    pub(super) async fn come(&self, class: usize, session: usize, row: usize, at: Instant) -> Result<(), Problem> {
        let file = self.file(class)?;
        let code = &file.class.code;
        let Some((session, it)) = file.sessions.get(session).and_then(|it| Some((it, it.attendance.get(row)?))) else { return Ok(()) };
        let what = format!("{code}/{}/{}", session.no, it.trainee);
        let meeting = self.made(&format!("{code}/{}", session.no))?;
        if let Some(by) = &it.by {
            // The first session of a substitution is marked by the substitution itself.
            let Some(substitute) = self.made.get(&format!("{code}/{by}")).filter(|_| session.no > 1) else { return Ok(()) };
            let original = self.made(&format!("{code}/{}", it.trainee))?;
            for (trainee, state) in [(&original, Mark::Substituted), (substitute, Mark::Present)] {
                let deed = self.by(&file.class.secretary, &format!("came/{what}/{}", state.name()), at)?;
                attendance::keep_mark(self.db, &deed, &meeting, trainee, (state, How::Secretary), "").await.map_err(told)?;
            }
            return Ok(());
        }
        let trainee = self.made(&format!("{code}/{}", it.trainee))?;
        let by_door = it.how.as_deref() == Some("qr");
        let person = self.person(&it.trainee)?;
        if by_door && !people::has_consented(self.db, &person, &self.made(code)?).await? {
            let mut tx = self.db.begin().await?;
            let deed = Self::deed(&format!("consent/{what}"), Some(&person), at);
            people::consent(&mut tx, &deed, &person, Some(&self.made(code)?)).await?;
            tx.commit().await?;
        }
        let state = Mark::from_name(&it.status).ok_or_else(|| Problem::new(format!("{} is no state", it.status)))?;
        let how = if by_door { How::Door } else { How::Secretary };
        let deed = self.by(if by_door { &it.trainee } else { &file.class.secretary }, &format!("came/{what}"), at)?;
        attendance::keep_mark(self.db, &deed, &meeting, &trainee, (state, how), &it.note).await.map_err(told)
    }

    pub(super) async fn substitute(&mut self, class: usize, row: usize, at: Instant) -> Result<(), Problem> {
        let file = self.file(class)?;
        let Some(it) = file.substitutions.get(row) else { return Ok(()) };
        let code = file.class.code.clone();
        let Some(person) = file.persons.iter().find(|other| other.key == it.substitute) else { return Ok(()) };
        let (key, new) = (it.substitute.clone(), new_person(file, person));
        let name = new.name.clone();
        let (secretary, trainee) = (file.class.secretary.clone(), self.made(&format!("{code}/{}", it.trainee))?);
        let deed = self.by(&secretary, &format!("substitute/{code}/{key}"), at)?;
        let session = self.made(&format!("{code}/1"))?;
        attendance::substitute(self.db, &self.actor(&secretary)?, deed, &session, &trainee, new).await.map_err(told)?;
        let all = classes::trainees(self.db, &self.made(&code)?).await?;
        let found = all.into_iter().find(|it| it.stands_for.as_deref() == Some(trainee.as_str()));
        let found = found.ok_or_else(|| Problem::new("the substitute is not there"))?;
        let made = found.id.clone();
        self.persons.insert(key.clone(), found.person_id);
        self.made.insert(format!("{code}/{key}"), made);
        let id = self.made(&code)?;
        self.give(&key, &name, Grant { role: Role::Trainee, class: Some(id), project: None })
    }
}
