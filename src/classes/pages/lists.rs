//! Naming people by an Excel list: choosing the file, looking at what was read, confirming. Between the two steps the page itself carries
//! the rows; nothing is kept until all of them are, in one transaction.

mod samples;

pub(super) use samples::samples;

use super::super::actions;
use super::super::class::Class;
use super::super::list::{self, Carried, LeftOut, ListError, MOST, Offer, Offered, Reading, Row, Why};
use super::super::seat::Seat;
use super::super::store;
use super::super::trainee::{Elsewhere, Naming};
use super::call::{called, must_be_open, must_fit};
use super::nominations::warnings;
use super::{Filled, class_shell, sample_class};
use crate::db::{Deed, Tx};
use crate::ground::phones::Phone;
use crate::ground::text::fold;
use crate::ground::{Invalid, Problem, Refused, Word};
use crate::people::NewPerson;
use crate::web::{Answer, Ask, Form, Sample, Shell, again, draw, file, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/pages/list.html")]
struct FilePage {
    s: Shell,
    class: Class,
    place: String,
    seats: Vec<Seat>,
    to: String,
    back: String,
    sample: String,
    f: Filled,
}

#[derive(Template)]
#[template(path = "classes/pages/list_preview.html")]
struct PreviewPage {
    s: Shell,
    class: Class,
    place: String,
    place_id: String,
    heading: String,
    header: usize,
    to: String,
    lines: Vec<Line>,
    faults: Vec<LeftOut>,
    others: Vec<LeftOut>,
    unused: String,
    /// What is carried beside the rows.
    carried: String,
    /// More people than free seats, on a place's own page.
    over: Option<String>,
    f: Filled,
}

/// A row that was understood, as it is drawn and carried.
struct Line {
    json: String,
    warnings: Vec<String>,
    taken: bool,
    mended: bool,
    row: Row,
}

impl Line {
    /// `1980, nam, Mường, Phó Chủ tịch, UBND xã Mỹ Lung, 0912 345 678`
    fn facts(&self, s: &Shell) -> String {
        let row = &self.row;
        let sex = row.sex.as_deref().map(|it| s.w.t(if it == "female" { "list-female" } else { "list-male" }));
        let phone =
            row.phone.clone().and_then(|it| Phone::try_from(it).ok()).map_or_else(|| s.w.t("nominee-no-phone"), |it| it.to_string());
        let year = row.birth_year.map(|it| it.to_string());
        let some = |it: &str| Some(it.to_owned());
        let parts = [
            some(&phone),
            year,
            sex,
            row.ethnicity.clone(),
            some(&row.position),
            some(&row.unit),
            some(&row.target_group),
            some(&row.note),
        ];
        parts.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// For whom the list is, and where its pages are.
struct Aim {
    class: Class,
    /// Nothing: the organiser has still to choose.
    seat: Option<Seat>,
    to: String,
    back: String,
    sample: String,
    /// On the place's own page: within its seats, on its days.
    own: bool,
}

impl Aim {
    async fn run(ask: &Ask, id: &str, place: &str) -> Result<Self, Refused> {
        let class = store::class_run(ask.db(), &ask.actor, id).await?;
        let seat = if place.is_empty() { None } else { store::seat(ask.db(), id, place).await? };
        let to = format!("/classes/{id}/nominations/list");
        let (back, sample) = (format!("/classes/{id}/nominations"), format!("/classes/{id}/nominations/sample.xlsx"));
        Ok(Self { class, seat, to, back, sample, own: false })
    }

    async fn called(ask: &Ask, token: &str) -> Result<Self, Refused> {
        let (class, seat) = called(ask.db(), &ask.house().key, token).await?;
        let to = format!("/call/{token}/list");
        let (back, sample) = (format!("/call/{token}"), format!("/call/{token}/sample.xlsx"));
        Ok(Self { class, seat: Some(seat), to, back, sample, own: true })
    }

    fn place(&self) -> String {
        self.seat.as_ref().map(|it| it.place_name.clone()).unwrap_or_default()
    }

    fn shell(&self, ask: &Ask) -> Shell {
        let title = ask.w().t("list-title");
        if self.own {
            ask.shell(title).crumb(self.back.clone(), self.place())
        } else {
            class_shell(ask, &self.class, title).crumb(self.back.clone(), ask.w().t("nominations-crumb"))
        }
    }

    async fn file_page(self, ask: &Ask, f: Filled) -> Result<FilePage, Problem> {
        let seats = if self.own { Vec::new() } else { store::seats(ask.db(), &self.class.id).await? };
        Ok(FilePage {
            s: self.shell(ask),
            place: self.place(),
            seats,
            to: self.to,
            back: self.back,
            sample: self.sample,
            class: self.class,
            f,
        })
    }
}

pub(super) async fn form(ask: Ask, Path(id): Path<String>) -> Answer {
    let place = ask.query("place");
    let aim = Aim::run(&ask, &id, &place).await?;
    page(&aim.file_page(&ask, Filled::with([("place", place.as_str())])).await?)
}

pub(super) async fn call_form(ask: Ask, Path(token): Path<String>) -> Answer {
    page(&Aim::called(&ask, &token).await?.file_page(&ask, Filled::default()).await?)
}

pub(super) async fn preview(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let aim = Aim::run(&ask, &id, &form.line("place")).await?;
    look(&ask, aim, form).await
}

pub(super) async fn call_preview(ask: Ask, Path(token): Path<String>, form: Form) -> Answer {
    let aim = Aim::called(&ask, &token).await?;
    must_be_open(&ask, &aim.class)?;
    look(&ask, aim, form).await
}

async fn look(ask: &Ask, aim: Aim, form: Form) -> Answer {
    if aim.seat.is_none() {
        let f = Filled { invalid: Invalid::field("place", "nominee-place-missing"), form };
        return again(&aim.file_page(ask, f).await?);
    }
    match read(&form).await {
        Ok(reading) => page(&preview_page(ask, aim, reading, Filled::default(), None).await?),
        Err(error) => {
            let mut invalid = Invalid::default();
            invalid.add("file", error.word());
            again(&aim.file_page(ask, Filled { form, invalid }).await?)
        }
    }
}

/// Reads the file beside the other work: it takes its time, and what a stranger's file does to the reader stays there.
async fn read(form: &Form) -> Result<Reading, ListError> {
    let bytes = form.file("file").ok_or(ListError::Empty)?.bytes.clone();
    let read = tokio::task::spawn_blocking(move || list::read(&list::workbook::sheets(&bytes)?));
    read.await.unwrap_or(Err(ListError::NotASheet))
}

/// What was ticked on a preview that is shown again.
struct Ticked {
    take: Vec<String>,
    mend: Vec<String>,
}

async fn preview_page(ask: &Ask, aim: Aim, reading: Reading, f: Filled, ticked: Option<Ticked>) -> Result<PreviewPage, Refused> {
    let w = ask.w();
    let seat = aim.seat.clone().ok_or(Refused::Absent)?;
    let phones: Vec<String> = reading.rows.iter().filter_map(|it| it.phone.clone()).collect();
    let known = store::trained_by_phone(ask.db(), &phones).await?;
    let days = (aim.class.starts_on.clone(), aim.class.ends_on.clone());
    let heading = w.xy("list-heading", reading.rows.len(), reading.faults());
    let carried = serde_json::to_string(&Carried::of(&reading))?;
    let over = aim.own && i64::try_from(reading.rows.len()).unwrap_or(i64::MAX) > seat.free();
    let over = over.then(|| w.xy(if seat.named > 0 { "list-over-rest" } else { "list-over" }, seat.free(), reading.rows.len()));
    let (faults, others) = reading.left_out.into_iter().partition(|it| it.why.is_fault());
    let mut lines = Vec::new();
    for row in reading.rows {
        let name = fold(&row.name());
        let mine = |it: &&store::Trained| row.phone.as_deref() == Some(it.phone.as_str()) && it.name_fold == name;
        let (here, elsewhere): (Vec<&store::Trained>, Vec<&store::Trained>) =
            known.iter().filter(mine).partition(|it| it.elsewhere.class_id == aim.class.id);
        let elsewhere: Vec<Elsewhere> = elsewhere.into_iter().map(|it| it.elsewhere.clone()).collect();
        let mut warnings = warnings(&w, &elsewhere, &days);
        if !here.is_empty() {
            warnings.push(w.t("list-already-named"));
        }
        lines.push(Line {
            json: serde_json::to_string(&row)?,
            warnings,
            // Which ones, when there are too many, is for the place to say.
            taken: ticked.as_ref().map_or(over.is_none(), |it| it.take.contains(&row.at.to_string())),
            mended: ticked.as_ref().is_none_or(|it| it.mend.iter().any(|mend| mend.split('.').next() == Some(row.at.to_string().as_str()))),
            row,
        });
    }
    Ok(PreviewPage {
        s: aim.shell(ask),
        place: aim.place(),
        place_id: seat.place_id,
        heading,
        header: reading.header,
        to: aim.to,
        lines,
        faults,
        others,
        unused: reading.unused.join(", "),
        carried,
        over,
        f,
        class: aim.class,
    })
}

pub(super) async fn confirm(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let aim = Aim::run(&ask, &id, &form.line("place")).await?;
    take(&ask, aim, form).await
}

pub(super) async fn call_confirm(ask: Ask, Path(token): Path<String>, form: Form) -> Answer {
    let aim = Aim::called(&ask, &token).await?;
    must_be_open(&ask, &aim.class)?;
    take(&ask, aim, form).await
}

async fn take(ask: &Ask, aim: Aim, form: Form) -> Answer {
    let rows = carried(&form)?;
    match name_all(ask, &aim, &form, &rows).await {
        Ok(()) => see(format!("{}?done=list-taken", aim.back)),
        Err(Refused::Invalid(invalid)) => {
            let ticked = Ticked { take: form.list("take"), mend: form.list("mend") };
            let carried: Carried = serde_json::from_str(form.raw("reading")).unwrap_or_default();
            let reading = carried.with(rows);
            again(&preview_page(ask, aim, reading, Filled { form, invalid }, Some(ticked)).await?)
        }
        Err(refused) => Err(refused.into()),
    }
}

/// The rows that the page carried. They come from outside again: they are read as typed, and the verbs check them as anything typed.
fn carried(form: &Form) -> Result<Vec<Row>, Refused> {
    let rows: Vec<Row> = form.list("row").iter().filter_map(|it| serde_json::from_str(it).ok()).collect();
    if rows.len() > MOST {
        let mut invalid = Invalid::default();
        invalid.add("row", ListError::TooMany.word());
        return Err(invalid.into());
    }
    Ok(rows)
}

async fn name_all(ask: &Ask, aim: &Aim, form: &Form, rows: &[Row]) -> Result<(), Refused> {
    let seat = aim.seat.as_ref().ok_or_else(|| Invalid::field("place", "nominee-place-missing"))?;
    let (taken, mends) = (form.list("take"), form.list("mend"));
    let chosen: Vec<&Row> = rows.iter().filter(|it| taken.contains(&it.at.to_string())).collect();
    if chosen.is_empty() {
        return Err(Invalid::field("rows", "list-none-chosen").into());
    }
    let deed = ask.deed(form);
    let mut tx = ask.db().begin().await?;
    for row in chosen {
        let offers = mends.iter().filter_map(|it| it.strip_prefix(&format!("{}.", row.at))).filter_map(|it| it.parse().ok());
        let mended = offers.fold(row.clone(), Row::with);
        name_row(&mut tx, &deed, &aim.class, &seat.place_id, mended).await.map_err(|refused| of_row(row.at, refused))?;
    }
    if aim.own {
        must_fit(&tx, &aim.class, &seat.place_id).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn name_row(tx: &mut Tx, deed: &Deed, class: &Class, place: &str, row: Row) -> Result<(), Refused> {
    let deed = deed.part(&format!("row-{}", row.at));
    let new = NewPerson {
        name: row.name(),
        family: Some(row.family),
        given: Some(row.given),
        phone: row.phone,
        sex: row.sex,
        birth_year: row.birth_year,
        position: row.position,
        unit: row.unit,
        ethnicity: row.ethnicity,
        ..NewPerson::default()
    };
    let more = Naming { target_group: row.target_group, note: row.note, stands_for: None };
    actions::name_trainee(tx, &deed, class, place, new, more).await?;
    Ok(())
}

/// Which row a refusal is about.
fn of_row(at: usize, refused: Refused) -> Refused {
    let Refused::Invalid(invalid) = refused else { return refused };
    let mut all = Invalid::default();
    all.add("rows", Word::new("list-row-refused").with("x", at.to_string()));
    all.fields.extend(invalid.fields.into_iter().map(|(_, word)| ("rows".to_owned(), word)));
    Refused::Invalid(all)
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(super) async fn sample(ask: Ask, Path(id): Path<String>) -> Answer {
    let aim = Aim::run(&ask, &id, &ask.query("place")).await?;
    sample_file(&aim)
}

pub(super) async fn call_sample(ask: Ask, Path(token): Path<String>) -> Answer {
    sample_file(&Aim::called(&ask, &token).await?)
}

fn sample_file(aim: &Aim) -> Answer {
    let name = if aim.place().is_empty() {
        "danh-sach-cu-hoc-vien.xlsx".to_owned()
    } else {
        format!("danh-sach-cu-hoc-vien {}.xlsx", aim.place())
    };
    file(&name, XLSX, list::sample::xlsx(&aim.class.name, &aim.place())?)
}
