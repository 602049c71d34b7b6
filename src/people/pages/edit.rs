//! Entering a person and correcting what is known of them.

use super::super::actions;
use super::super::person::{NewPerson, Whole, read_phone};
use super::super::power::may_correct;
use super::list::{at, kept};
use crate::db::Db;
use crate::ground::text::fold;
use crate::ground::{Invalid, Problem, Refused, Word};
use crate::places;
use crate::web::{Answer, Ask, Form, Shell, again, page, see};
use askama::Template;
use axum::extract::Path;

/// Places to choose from: id and name.
type Choices = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "people/pages/new.html")]
pub(super) struct NewPage {
    pub(super) s: Shell,
    pub(super) form: Form,
    pub(super) invalid: Invalid,
    pub(super) choices: Choices,
    pub(super) at: String,
}

/// `GET /people/new`
pub(super) async fn new(ask: Ask) -> Answer {
    page(&NewPage {
        at: at(&kept(&ask)),
        s: ask.shell(ask.w().t("person-new-title")).crumb("/people", ask.w().t("people-name")),
        form: Form::default(),
        invalid: Invalid::default(),
        choices: Vec::new(),
    })
}

/// `POST /people`
pub(super) async fn add(ask: Ask, form: Form) -> Answer {
    let at = at(&kept(&ask));
    let (new, choices, wrong) = read(ask.db(), &form).await?;
    let done = match wrong {
        None => actions::add(ask.db(), &ask.deed(&form), new).await,
        // What else is wrong is said at the same time.
        Some(wrong) => Err(together(wrong, new, &ask).into()),
    };
    match done {
        Ok((id, known)) => {
            let seen = actions::kept_by(ask.db(), &ask.actor, &id).await.is_ok();
            let mended = read_phone(form.raw("phone")).ok().flatten().is_some_and(|(_, mendings)| !mendings.is_empty());
            let more = at.replace('?', "&");
            match (seen, known, mended) {
                (false, ..) => see(format!("/people?done=person-found-elsewhere{more}")),
                (true, true, _) => see(format!("/people/{id}?done=person-found{more}")),
                (true, false, true) => see(format!("/people/{id}?done=person-entered-phone-mended{more}")),
                (true, false, false) => see(format!("/people/{id}?done=person-entered{more}")),
            }
        }
        Err(Refused::Invalid(invalid)) => {
            let s = ask.shell(ask.w().t("person-new-title")).crumb("/people", ask.w().t("people-name"));
            again(&NewPage { s, form, invalid, choices, at })
        }
        Err(refused) => Err(refused.into()),
    }
}

#[derive(Template)]
#[template(path = "people/pages/correction.html")]
pub(super) struct CorrectionPage {
    pub(super) s: Shell,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) form: Form,
    pub(super) invalid: Invalid,
    pub(super) choices: Choices,
}

fn correction_page(ask: &Ask, it: Whole, form: Form, invalid: Invalid, choices: Choices) -> CorrectionPage {
    let s = ask
        .shell(ask.w().t("person-correct"))
        .crumb("/people", ask.w().t("people-name"))
        .crumb(format!("/people/{}", it.id), it.name.as_str());
    CorrectionPage { s, id: it.id, name: it.name, form, invalid, choices }
}

/// `GET /people/{person}/correction`
pub(super) async fn correction(ask: Ask, Path(person): Path<String>) -> Answer {
    let (it, held) = actions::kept_by(ask.db(), &ask.actor, &person).await?;
    if !may_correct(&ask.actor, &held) {
        return Err(Refused::Denied.into());
    }
    let year = it.birth_year.map(|it| it.to_string()).unwrap_or_default();
    let some = |it: &Option<String>| it.clone().unwrap_or_default();
    let (phone, email, sex, place, place_id, ethnicity) =
        (some(&it.phone), some(&it.email), some(&it.sex), some(&it.place), some(&it.place_id), some(&it.ethnicity));
    let form = Form::from_pairs([
        ("family", it.family.as_str()),
        ("name", it.given.as_str()),
        ("phone", phone.as_str()),
        ("email", email.as_str()),
        ("position", it.position.as_str()),
        ("unit", it.unit.as_str()),
        ("place", place.as_str()),
        ("place_id", place_id.as_str()),
        ("sex", sex.as_str()),
        ("birth_year", year.as_str()),
        ("ethnicity", ethnicity.as_str()),
    ]);
    let choices = it.place_id.clone().into_iter().zip(it.place.clone()).collect();
    page(&correction_page(&ask, it, form, Invalid::default(), choices))
}

/// `POST /people/{person}/correction`
pub(super) async fn correct(ask: Ask, Path(person): Path<String>, form: Form) -> Answer {
    let (new, choices, wrong) = read(ask.db(), &form).await?;
    let new = NewPerson { family: Some(form.line("family")), given: Some(form.line("name")), name: String::new(), ..new };
    let new = NewPerson { ethnicity: Some(form.line("ethnicity")), ..new };
    let done = match wrong {
        None => actions::correct(ask.db(), &ask.actor, &ask.deed(&form), &person, new).await,
        Some(wrong) => Err(together(wrong, new, &ask).into()),
    };
    match done {
        Ok(()) => see(format!("/people/{person}?done=person-corrected")),
        Err(Refused::Invalid(invalid)) => {
            let (it, _) = actions::kept_by(ask.db(), &ask.actor, &person).await?;
            again(&correction_page(&ask, it, form, invalid, choices))
        }
        Err(refused) => Err(refused.into()),
    }
}

/// The form as a person; the places that the typed one may be; what is wrong already.
async fn read(db: &Db, form: &Form) -> Result<(NewPerson, Choices, Option<Invalid>), Problem> {
    let (place_id, choices, word) = place(db, &form.line("place"), form.raw("place_id")).await?;
    let mut wrong = Invalid::default();
    if let Some(word) = word {
        wrong.add("place", word);
    }
    let year = form.some("birth_year");
    let birth_year = year.as_deref().and_then(|it| it.parse().ok());
    if year.is_some() && birth_year.is_none() {
        wrong.add("birth_year", Word::new("person-birth-year-odd"));
    }
    let new = NewPerson {
        name: form.line("name"),
        phone: form.some("phone"),
        email: form.some("email"),
        sex: form.some("sex"),
        birth_year,
        position: form.line("position"),
        unit: form.line("unit"),
        place_id,
        ethnicity: form.some("ethnicity"),
        ..NewPerson::default()
    };
    Ok((new, choices, (!wrong.is_empty()).then_some(wrong)))
}

/// The place meant: the one chosen if it goes by what is typed, or the only one of that name.
async fn place(db: &Db, typed: &str, chosen: &str) -> Result<(Option<String>, Choices, Option<Word>), Problem> {
    if typed.is_empty() {
        return Ok((None, Vec::new(), None));
    }
    let chosen = if chosen.is_empty() { None } else { places::place(db, chosen).await? };
    if let Some(it) = chosen.filter(|it| goes_by(&[&it.name, &it.full_name], typed)) {
        return Ok((Some(it.id.clone()), vec![(it.id, it.full_name)], None));
    }
    let found = places::find(db, typed, None, 12).await?;
    let mut choices: Choices = found.iter().map(|it| (it.place.id.clone(), format!("{}, {}", it.place.full_name, it.parents))).collect();
    let exact: Vec<usize> =
        found.iter().enumerate().filter(|(_, it)| goes_by(&[&it.place.name, &it.place.full_name], typed)).map(|(i, _)| i).collect();
    if exact.len() == 1 {
        let only = exact.first().map(|i| choices.swap_remove(*i));
        return Ok((only.as_ref().map(|(id, _)| id.clone()), only.into_iter().collect(), None));
    }
    let word = if choices.is_empty() { "person-place-unknown" } else { "person-place-several" };
    Ok((None, choices, Some(Word::new(word))))
}

/// Was the place chosen under what is typed now, or has something else been typed since?
fn goes_by(names: &[&str], typed: &str) -> bool {
    let typed = fold(typed);
    names.iter().any(|name| fold(name) == typed || fold(name).ends_with(&format!(" {typed}")))
}

/// All that is wrong with the form.
fn together(mut wrong: Invalid, new: NewPerson, ask: &Ask) -> Invalid {
    wrong.fields.extend(new.checked(ask.now().date().year().into()).err().unwrap_or_default().fields);
    wrong
}
