//! Raise: by a trainee for their own place, or by the secretary from a paper form on behalf of a trainee.

use super::{at_most, is_done, needed};
use crate::classes::{Class, Trainee, class_seen, trainee, trainee_of};
use crate::db::{Db, Deed, Run, args};
use crate::difficulties::difficulty::{How, LONGEST_LINE, LONGEST_TEXT, code};
use crate::difficulties::{event, store};
use crate::discussion::{self, Opinion, boards};
use crate::ground::dates::Date;
use crate::ground::{Invalid, Problem, Refused, Word, child_id};
use crate::people::Field;
use crate::places;
use crate::programmes::{all_components, local_items};
use crate::web::{Actor, Role};

/// What is raised.
#[derive(Clone, Debug, Default)]
pub struct Raise {
    pub class: String,
    /// Of a paper form: the trainee who wrote it. Nothing: the asker raises their own.
    pub trainee: Option<String>,
    /// By one who runs the class, for its province: a difficulty of the provider or of the host.
    pub for_province: bool,
    pub field: Option<Field>,
    pub component: Option<String>,
    pub local_item: Option<String>,
    pub text: String,
    pub tried: String,
    pub wish: String,
    pub urgent: bool,
    /// Towards other trainees.
    pub anonymous: bool,
    /// The opinion that it grows out of: whoever said it raises it, be it by the hand of one who runs the class or advises in it.
    pub opinion: Option<String>,
    /// The line of a group's board that it grew out of.
    pub board_line: Option<String>,
}

/// Raises a difficulty: its id. The number within the class is chosen here, where only one writes at a time.
pub async fn raise(db: &Db, actor: &Actor, deed: Deed, input: Raise) -> Result<String, Refused> {
    let id = child_id(&deed.id, "difficulty");
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(id);
    }
    let class = class_seen(&tx, actor, &input.class).await?;
    let said = match &input.opinion {
        Some(id) => Some(discussion::opinion_to_raise(&tx, actor, &class.id, id).await?),
        None => None,
    };
    let raiser = match &said {
        Some(said) => Some(author(&tx, &class, said).await?),
        None => raiser(&tx, actor, &class, &input).await?,
    };
    let mut invalid = check(&input);
    if said.as_ref().is_some_and(|it| !it.can_become_difficulty()) {
        invalid.add("text", Word::new("difficulty-opinion-gone"));
    }
    let Some(raiser) = raiser else {
        invalid.add("trainee", Word::new("difficulty-wrong-trainee"));
        return Err(invalid.into());
    };
    // Of whichever period: what is raised years after a class belongs to the programme of that day.
    if let Some(component) = &input.component
        && !all_components(&tx).await?.iter().any(|it| it.id == *component)
    {
        invalid.add("component", Word::new("difficulty-wrong-component"));
    }
    if let Some(item) = &input.local_item
        && !local_items(&tx, &raiser.place_id).await?.iter().any(|it| it.id == *item)
    {
        invalid.add("local_item", Word::new("difficulty-wrong-item"));
    }
    let field = match input.field {
        Some(field) if invalid.is_empty() => field,
        _ => return Err(invalid.into()),
    };
    let place_id = place_on(&tx, raiser.place_id, deed.at.date()).await?;
    let number: i64 = tx.the(&store::COUNT_OF_CLASS, args![&class.id]).await?;
    let on_paper = input.trainee.is_some();
    let how = if on_paper {
        How::Paper
    } else if deed.at.date().iso() > class.ends_on {
        How::AfterClass
    } else {
        How::Phone
    };
    let by_another = on_paper || (said.is_some() && raiser.person_id != actor.id());
    let deed = Deed { on_behalf: by_another.then(|| raiser.person_id.clone()), ..deed };
    let body = event::Raised {
        code: code(&class.code, number + 1),
        project_id: class.project_id.clone(),
        place_id,
        raiser_id: Some(raiser.person_id),
        // What was said without a name is raised without one.
        anonymous: input.anonymous || said.as_ref().is_some_and(|it| it.anonymous),
        how: how.name().to_owned(),
        field: field.name().to_owned(),
        component_id: input.component,
        local_item_id: input.local_item,
        text: input.text,
        tried: input.tried,
        wish: input.wish,
        urgent: input.urgent,
    };
    tx.record(&deed, event::RAISED, &id, Some(&class.id), &body).await?;
    if let Some(said) = &said {
        discussion::became_difficulty(&mut tx, &deed, &said.id, (&id, &body.code), body.anonymous).await?;
    }
    if let Some(line) = &input.board_line {
        boards::became_difficulty(&mut tx, &deed, &class.id, line, &id).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// Who raises, and where they are from.
struct Raiser {
    person_id: String,
    place_id: String,
}

impl From<Trainee> for Raiser {
    fn from(it: Trainee) -> Self {
        Self { person_id: it.person_id, place_id: it.place_id }
    }
}

/// The place as it is on that day: a commune that is no more has become another, wholly rather than in part.
async fn place_on(run: &impl Run, place: String, day: Date) -> Result<String, Refused> {
    let Some(found) = places::place(run, &place).await? else { return Ok(place) };
    if found.valid_to.is_none_or(|to| day.iso() <= to) {
        return Ok(place);
    }
    let mut became = places::successors(run, &place).await?;
    became.sort_by_key(|(_, extent)| extent != "whole");
    Ok(became.into_iter().next().map_or(place, |(it, _)| it.id))
}

/// What this deed has raised already: a form posted twice is not asked again whether it is like another.
pub(in crate::difficulties) async fn raised(run: &impl Run, deed: &Deed) -> Result<Option<String>, Problem> {
    Ok(store::difficulty(run, &child_id(&deed.id, "difficulty")).await?.map(|it| it.id))
}

/// The one who raises; nothing when the paper form names nobody of this class.
async fn raiser(run: &impl Run, actor: &Actor, class: &Class, input: &Raise) -> Result<Option<Raiser>, Refused> {
    match &input.trainee {
        Some(_) if !actor.runs(class.of()) => Err(Refused::Denied),
        Some(id) => Ok(trainee(run, id).await?.filter(|it| it.class_id == class.id && it.is_named()).map(Raiser::from)),
        None if input.for_province && actor.runs(class.of()) && actor.is_known() => {
            Ok(Some(Raiser { person_id: actor.id().to_owned(), place_id: class.province_id.clone() }))
        }
        None if !actor.has_in(Role::Trainee, class.of()) => Err(Refused::Denied),
        None => match trainee_of(run, &class.id, actor.id()).await?.filter(Trainee::is_named) {
            Some(own) => Ok(Some(own.into())),
            None => Err(Refused::Denied),
        },
    }
}

/// Who said the opinion: a trainee of the class as long as they are named.
pub(in crate::difficulties) async fn author_of(run: &impl Run, class: &str, said: &Opinion) -> Result<Trainee, Refused> {
    let person = said.person_id.as_deref().unwrap_or_default();
    trainee_of(run, class, person).await?.filter(Trainee::is_named).ok_or(Refused::Denied)
}

async fn author(run: &impl Run, class: &Class, said: &Opinion) -> Result<Raiser, Refused> {
    Ok(author_of(run, &class.id, said).await?.into())
}

fn check(input: &Raise) -> Invalid {
    let mut invalid = Invalid::default();
    needed(&mut invalid, "text", &input.text, LONGEST_TEXT, "difficulty-wrong-text");
    if input.field.is_none() {
        invalid.add("field", Word::new("difficulty-wrong-field"));
    }
    at_most(&mut invalid, "tried", &input.tried, LONGEST_TEXT);
    at_most(&mut invalid, "wish", &input.wish, LONGEST_LINE * 3);
    invalid
}
