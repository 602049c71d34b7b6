//! The story of a wall, on both engines.

use crate::classes::{self, Naming, attendance, form_groups, groups, name_trainee, plan_session};
use crate::difficulties::{Raise, Verdict, give_verdict, raise};
use crate::discussion::boards::{Section, write_lines};
use crate::ground::{Instant, Problem};
use crate::people::{Field, Means, NewPerson, grant, token_for};
use crate::stage::hall::{deed, list, must, open, project, unit};
use crate::stage::{CLASS_DAY, Stage, Visitor};
use crate::web::{Actor, Grant, Role};

struct World {
    class: String,
    session: String,
    group: String,
    trainee: Visitor,
    trainee_actor: Actor,
    secretary: Visitor,
    expert: Visitor,
    sponsor: Visitor,
    stranger: Visitor,
    keeper: Actor,
}

impl World {
    async fn on(stage: &Stage) -> Result<Self, Problem> {
        list(stage, &[unit("25", "province", "Tỉnh Phú Thọ", None), unit("08293", "commune", "Xã Mỹ Lung", Some("o25"))]).await?;
        let (keeper, _) = stage.person("Trần Thị Giang", "0912000001", Role::Administrator, None, None).await?;
        let grants = vec![Grant { role: Role::Administrator, class: None, project: None }];
        let keeper = Actor { person: Some(keeper), grants, ..Actor::default() };
        let project = project(stage, &keeper, "DA135", None).await?;
        let class = open(stage, &keeper, &project, "PT18", "o25").await?;
        let other = open(stage, &keeper, &project, "KH18", "o25").await?;
        let plan = classes::Plan {
            starts_at: Instant(CLASS_DAY - 3_600_000),
            ends_at: Instant(CLASS_DAY + 7_200_000),
            topic: "Tháo gỡ từng khó khăn".into(),
            hall: String::new(),
        };
        let session = must(plan_session(stage.db(), &keeper, deed(stage), &class, plan).await)?;
        let found = classes::class(stage.db(), &class).await?.ok_or_else(|| Problem::new("no class"))?;
        let mut tx = stage.db().begin().await?;
        let new = NewPerson { name: "Hà Văn An".into(), phone: Some("0912345601".into()), illustration: true, ..NewPerson::default() };
        let id = must(name_trainee(&mut tx, &deed(stage), &found, "o08293", new, Naming::default()).await)?;
        tx.commit().await?;
        let person = classes::trainee(stage.db(), &id).await?.ok_or_else(|| Problem::new("no trainee"))?.person_id;
        let mut tx = stage.db().begin().await?;
        grant(&mut tx, &deed(stage), &person, Role::Trainee, Some(&class), None).await?;
        tx.commit().await?;
        let wanted = vec![("Cụm 5 – Yên Lập".to_owned(), vec![id]), ("Cụm 6".to_owned(), Vec::new())];
        must(form_groups(stage.db(), &keeper, deed(stage), &class, true, wanted).await)?;
        let group = groups(stage.db(), &class).await?.remove(0).id;
        let (_, secretary) = stage.person("Vũ Thị Thư", "0912000002", Role::Organiser, Some(&class), None).await?;
        let (_, expert) = stage.person("Nguyễn Văn Đạt", "0912000003", Role::Expert, None, Some(&project)).await?;
        let (_, sponsor) = stage.person("Bùi Văn Phong", "0912000004", Role::Sponsor, None, Some(&project)).await?;
        let (_, stranger) = stage.person("Nguyễn Văn Lạ", "0912000005", Role::Organiser, Some(&other), None).await?;
        let trainee = stage.with_token(&token_for(&stage.app, &person, Means::Password).await?);
        let grants = vec![Grant { role: Role::Trainee, class: Some(class.clone()), project: None }];
        let trainee_actor = Actor { person: Some(person), grants, ..Actor::default() };
        Ok(Self { class, session, group, trainee, trainee_actor, secretary, expert, sponsor, stranger, keeper })
    }

    async fn raise(&self, stage: &Stage, text: &str) -> Result<String, Problem> {
        let input = Raise { class: self.class.clone(), field: Some(Field::Maintenance), text: text.into(), ..Raise::default() };
        must(raise(stage.db(), &self.trainee_actor, deed(stage), input).await)
    }
}

crate::both!(a_wall_follows_what_the_organiser_chooses, stage, {
    let mut w = World::on(stage).await?;
    let (wall, now) = (format!("/classes/{}/wall", w.class), format!("/classes/{}/wall/now", w.class));
    let control = format!("/classes/{}/wall/control", w.class);
    let first = w.trainee.get(&wall).await?;
    assert!(first.status == 200 && first.body.contains("huyện PT18") && first.body.contains("Tháo gỡ từng khó khăn"), "{}", first.body);
    assert!(!first.body.contains("data-key="), "only who runs the class turns it");
    assert!(w.secretary.get(&wall).await?.body.contains("data-key=\"9\""));

    let turn = async |w: &mut World, value: &str| -> Result<String, Problem> {
        let got = w.secretary.post(&control, &[("turn", value)]).await?;
        assert_eq!(got.to, control, "{value}: {}", got.body);
        Ok(w.secretary.get(&now).await?.body)
    };
    // The door: the code is for those who run the class.
    must(attendance::open_door(stage.db(), &w.keeper, deed(stage), &w.session).await)?;
    let door = turn(&mut w, "door").await?;
    assert!(door.contains("class=\"scan\"") && door.contains("data-again") && door.contains("Mỹ Lung"), "{door}");
    let seen = w.trainee.get(&now).await?.body;
    assert!(seen.contains("đang điểm danh") && seen.contains("0/1") && !seen.contains("scan"), "{seen}");

    for value in ["question", "opinions", "practice", "difficulty"] {
        assert!(turn(&mut w, value).await?.contains("fit-2"), "{value}: nothing yet");
    }
    // A board by its name, and the next by the same key again.
    must(write_lines(stage.db(), &w.trainee_actor, deed(stage), &w.group, Section::Difficulty, "Mương hỏng <60> m").await)?;
    let own = format!("board:{}", w.group);
    let board = turn(&mut w, &own).await?;
    assert!(board.contains("Cụm 5 – Yên Lập") && board.contains("Mương hỏng &#60;60&#62; m"), "{board}");
    assert!(w.secretary.get(&control).await?.body.contains("Đang chiếu: Bảng nhóm: Cụm 5"), "the remote says what is on");
    assert!(turn(&mut w, "board").await?.contains("Cụm 6"));
    assert!(turn(&mut w, "board").await?.contains("Cụm 5"));

    // The queue, and a verdict as it falls.
    assert!(turn(&mut w, "queue").await?.contains("Chưa có vướng mắc nào"));
    let id = w.raise(stage, "Mương bị lũ cuốn 60 m").await?;
    w.raise(stage, "Vốn giao muộn").await?;
    let queue = w.expert.get(&now).await?.body;
    assert!(
        queue.contains("2 trên 2 vướng mắc còn chờ")
            && queue.contains("PT18-01")
            && queue.contains("xã Mỹ Lung") | queue.contains("Xã Mỹ Lung")
    );
    must(give_verdict(stage.db(), &w.trainee_actor, deed(stage), &id, Some(Verdict::Resolved), "").await)?;
    let queue = w.expert.get(&now).await?.body;
    assert!(queue.contains("PT18-01 đã gỡ") && queue.contains("1 trên 2"), "{queue}");
    let one = turn(&mut w, &format!("difficulty:{id}")).await?;
    assert!(one.contains("Mương bị lũ cuốn 60 m") && one.contains("Đã gỡ"), "{one}");
    assert!(turn(&mut w, "result").await?.contains("2 vướng mắc đã nêu, 1 đã gỡ"));
    assert!(turn(&mut w, "blank").await?.contains("huyện PT18"));

    // The same again is no event; a key on the wall goes back to the wall.
    let before = stage.count("select count(*) from journal where kind = 'wall.turned'").await?;
    assert_eq!(w.secretary.post(&control, &[("turn", "blank"), ("from", "wall")]).await?.to, wall);
    assert_eq!(stage.count("select count(*) from journal where kind = 'wall.turned'").await?, before);
});

crate::both!(who_turns_a_wall_and_who_looks, stage, {
    let mut w = World::on(stage).await?;
    let class = w.class.clone();
    let (wall, control) = (format!("/classes/{class}/wall"), format!("/classes/{class}/wall/control"));
    for (name, visitor, looks, turns) in [
        ("organiser", &mut w.secretary, 200, 303),
        ("trainee", &mut w.trainee, 200, 403),
        ("expert", &mut w.expert, 200, 403),
        ("sponsor", &mut w.sponsor, 200, 403),
        ("organiser of another class", &mut w.stranger, 404, 404),
    ] {
        assert_eq!(visitor.get(&wall).await?.status, looks, "{name}");
        assert_eq!(visitor.get(&format!("{wall}/now")).await?.status, looks, "{name}");
        let remote = if turns == 303 { 200 } else { turns };
        assert_eq!(visitor.get(&control).await?.status, remote, "{name}");
        assert_eq!(visitor.get(&format!("{control}/now")).await?.status, remote, "{name}");
        assert_eq!(visitor.post(&control, &[("turn", "queue")]).await?.status, turns, "{name}");
    }
    assert_eq!(stage.guest().get(&wall).await?.status, 403);
    for value in ["film", "", "board:0166752b-1234-7000-8000-000000000000", "difficulty:x"] {
        assert_eq!(w.secretary.post(&control, &[("turn", value)]).await?.status, 404, "{value}");
    }
});

crate::both!(a_wall_takes_as_many_queries_with_much_on_it, stage, {
    let mut w = World::on(stage).await?;
    let (now, control) = (format!("/classes/{}/wall/now", w.class), format!("/classes/{}/wall/control", w.class));
    let mut counts = Vec::new();
    for round in 0..2 {
        let mut all = Vec::new();
        for value in ["queue", "result", "difficulty", "board"] {
            w.secretary.post(&control, &[("turn", value)]).await?;
            all.push(w.secretary.get(&now).await?.queries);
        }
        all.push(w.secretary.get(&control).await?.queries);
        // The one that is shown is there the second time: its advice is asked for.
        if round == 1 {
            assert!(all.iter().max() <= Some(&10), "{all:?}");
            all[2] -= 1;
        }
        counts.push(all);
        for n in 0..9 {
            w.raise(stage, &format!("Vướng mắc {n}")).await?;
            must(write_lines(stage.db(), &w.trainee_actor, deed(stage), &w.group, Section::Difficulty, &format!("Dòng {n}")).await)?;
        }
    }
    assert_eq!(counts[0], counts[1]);
});
