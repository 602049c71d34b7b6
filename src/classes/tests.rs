//! The story of a class before it begins, through the front door: project, class, programme, call-up, names, groups; and who may not.

mod calls;
mod guards;
mod lists;
mod nouns;
mod reread;
mod story;

use crate::classes::{self, Class, call_token};
use crate::db::Deed;
use crate::ground::dates::{Date, TimeOfDay};
use crate::ground::{Instant, Problem, new_id};
use crate::places::{Unit, list_units};
use crate::stage::{Got, Stage, Visitor};
use crate::web::Role;

/// Nine o'clock on a day of October 2018.
fn morning(day: i8) -> i64 {
    Instant::from_local(Date::new(2018, 10, day).unwrap(), TimeOfDay::new(9, 0).unwrap()).0
}

fn unit(code: &str, kind: &str, full_name: &str, parent: Option<&str>) -> Unit {
    Unit {
        era: "old".into(),
        code: code.into(),
        kind: kind.into(),
        name: full_name.split(' ').skip(1).collect::<Vec<_>>().join(" "),
        full_name: full_name.into(),
        parent_id: parent.map(Into::into),
        lat: None,
        lon: None,
        valid_from: "1997-01-01".into(),
        valid_to: Some("2025-06-30".into()),
    }
}

/// A class being prepared, asked of three communes of Yên Lập and one of Tân Sơn, on 1 October.
struct Office {
    project: String,
    class: Class,
    organiser: Visitor,
}

impl Office {
    fn at(&self, place: &str) -> String {
        format!("/classes/{}{place}", self.class.id)
    }

    /// A place's own page.
    fn call(&self, stage: &Stage, place: &str) -> String {
        format!("/call/{}", call_token(&stage.app.key, &self.class, place))
    }
}

const MY_LUNG: &str = "o08542";
const KIM_THUONG: &str = "o08590";

async fn list_places(stage: &Stage) -> Result<(), Problem> {
    let units = [
        unit("25", "province", "Tỉnh Phú Thọ", None),
        unit("238", "district", "Huyện Yên Lập", Some("o25")),
        unit("240", "district", "Huyện Tân Sơn", Some("o25")),
        unit("08542", "commune", "Xã Mỹ Lung", Some("o238")),
        unit("08545", "commune", "Xã Mỹ Lương", Some("o238")),
        unit("08548", "commune", "Xã Lương Sơn", Some("o238")),
        unit("08590", "commune", "Xã Kim Thượng", Some("o240")),
    ];
    let deed = Deed { id: new_id(&stage.app.clock, &stage.app.chance), actor: None, on_behalf: None, at: stage.app.clock.now() };
    let mut tx = stage.db().begin().await?;
    list_units(&mut tx, &deed, &units, &[]).await?;
    tx.commit().await
}

async fn office(stage: &Stage) -> Result<Office, Problem> {
    stage.clock.set(morning(1));
    list_places(stage).await?;
    let (_, mut organiser) = stage.person("Nguyễn Thị Lan", "0900000001", Role::Organiser, None, None).await?;
    let project = open_project(&mut organiser, "CT135").await?;
    let class = open_class(stage, &mut organiser, &project, "PT18", ("2018-10-16", "2018-10-17")).await?;
    let it = Office { project, class, organiser: organiser.clone() };
    let page = organiser.get(&it.at("/seats")).await?;
    assert_eq!(page.status, 200, "{}", page.body);
    for (place, seats) in [(MY_LUNG, "2"), ("o08545", "2"), ("o08548", "2"), (KIM_THUONG, "3")] {
        let got = organiser.post(&it.at("/seats"), &[("place", place), ("seats", seats), ("unit", "UBND xã")]).await?;
        assert_eq!(got.to, it.at("/seats?done=seats-asked"), "{}", got.body);
    }
    Ok(it)
}

async fn open_project(organiser: &mut Visitor, code: &str) -> Result<String, Problem> {
    let form = organiser.get("/projects/new").await?;
    let deed = form.deed();
    let fields = [
        ("deed", deed.as_str()),
        ("name", "Nâng cao năng lực cho cộng đồng và cán bộ cơ sở"),
        ("code", code),
        ("sponsor", "Ủy ban Dân tộc"),
        ("provider", "GES"),
    ];
    let got = organiser.post("/projects", &fields).await?;
    Ok(id_in(&got, "/projects/"))
}

async fn open_class(stage: &Stage, organiser: &mut Visitor, project: &str, code: &str, days: (&str, &str)) -> Result<Class, Problem> {
    let form = organiser.get(&format!("/projects/{project}/classes/new")).await?;
    let deed = form.deed();
    let fields = [
        ("deed", deed.as_str()),
        ("name", "Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ"),
        ("code", code),
        ("province_id", "o25"),
        ("venue", "Trung tâm hội nghị tỉnh Phú Thọ"),
        ("starts_on", days.0),
        ("ends_on", days.1),
        ("nominate_by", "10/10/2018"),
        ("allowance", "Ban tổ chức bảo đảm tiền ăn, nghỉ theo quy định."),
    ];
    let got = organiser.post(&format!("/projects/{project}/classes"), &fields).await?;
    let again = organiser.post(&format!("/projects/{project}/classes"), &fields).await?;
    assert_eq!(got.to, again.to, "a form posted twice opens one class: {}", got.body);
    let id = id_in(&got, "/classes/");
    classes::class(stage.db(), &id).await?.ok_or_else(|| Problem::new("no class"))
}

/// The id after `from` in the address of a redirect.
fn id_in(got: &Got, from: &str) -> String {
    assert!(got.to.starts_with(from), "{} {}: {}", got.status, got.to, got.body);
    got.to.chars().skip(from.len()).take(36).collect()
}

/// A list under the usual titles, as a file.
fn xlsx(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 5, "DANH SÁCH CỬ HỌC VIÊN", &rust_xlsxwriter::Format::new()).unwrap();
    let head: &[&str] = &["TT", "Họ và tên", "Năm sinh", "Nam/Nữ", "Chức vụ", "Điện thoại"];
    for (line, cells) in (2..).zip(std::iter::once(&head).chain(rows)) {
        for (column, cell) in (0..).zip(*cells) {
            sheet.write_string(line, column, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// All values of the hidden fields of this name, as a browser would send them.
fn hidden(got: &Got, name: &str) -> Vec<String> {
    let mark = format!("name=\"{name}\" value=\"");
    let value = |rest: &str| {
        rest.split('"')
            .next()
            .unwrap()
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#38;", "&")
            .replace("&amp;", "&")
    };
    got.body.split(&mark).skip(1).map(value).collect()
}
