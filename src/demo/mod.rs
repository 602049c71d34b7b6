//! The demonstration: two classes of STORY, loaded from `demo/` through the same verbs that a person uses, each deed at its own time.
//!
//! Deterministic: every deed's id derives from what it is in the files, so loading twice is harmless and every store has the same journal.

mod boards;
mod cadres;
mod discussion;
mod evaluation;
mod facts;
mod hall;
mod library;
mod moments;
mod news;
mod plans;
mod practices;
mod register;
mod rollout;
mod setting;

use crate::db::{Blobs, Db, Deed};
use crate::ground::dates::{Date, TimeOfDay};
use crate::ground::{Instant, Problem, Refused, child_id};
use crate::people::{self, Field};
use crate::web::{Actor, Grant, House};
use boards::Evening;
use facts::{Cadres, ClassFile, Evaluation, Library, Programmes, Register, read};
use news::NewsFile;
use std::collections::HashMap;

/// Everyone's password in the demonstration. It opens nothing but invented persons' accounts.
pub const PASSWORD: &str = "nguon-minh-hoa";

/// Who signs in by password: what they are, their address, their key in the files. README lists the same.
pub const SIGN_INS: [(&str, &str, &str); 6] = [
    ("Điều phối của đơn vị đào tạo", "trang@nguon.example", "org1"),
    ("Thư ký lớp", "nam@nguon.example", "sec1"),
    ("Chuyên gia thanh quyết toán, đấu thầu", "chau@nguon.example", "exp2"),
    ("Chuyên gia chính sách", "tue@nguon.example", "exp1"),
    ("Cơ quan chủ quản", "doan@nguon.example", "spo1"),
    ("Quản trị hệ thống", "quantri@nguon.example", "adm1"),
];

/// What the files say, and what has been made of it so far.
struct Stage<'a> {
    db: &'a Db,
    blobs: &'a Blobs,
    programmes: Programmes,
    library: Library,
    classes: Vec<ClassFile>,
    register: Register,
    discussion: discussion::Discussion,
    evaluation: Evaluation,
    cadres: Cadres,
    practices: practices::Practices,
    boards: Evening,
    news: NewsFile,
    /// What fields of difficulties are called.
    fields: Vec<(Field, String)>,
    plans: plans::Plans,
    /// File key → id.
    persons: HashMap<String, String>,
    /// File key → the person with their roles, as a verb wants them.
    actors: HashMap<String, Actor>,
    /// Class code → id; `code/no` → session id; `code/person key` → trainee id; difficulty code → id; item name → id;
    /// `question/key`, `opinion/difficulty code` → id.
    made: HashMap<String, String>,
}

/// Loads the demonstration into an empty store. `false`: the store is not empty, and nothing was done.
pub async fn load(house: &House) -> Result<bool, Problem> {
    let db = &house.db;
    if db.position().await? > 0 {
        return Ok(false);
    }
    let mut stage = Stage {
        db,
        blobs: &house.blobs,
        programmes: read("programmes.json", include_str!("../../demo/programmes.json"))?,
        library: read("documents.json", include_str!("../../demo/documents.json"))?,
        classes: vec![
            read("class-phutho.json", include_str!("../../demo/class-phutho.json"))?,
            read("class-sonla.json", include_str!("../../demo/class-sonla.json"))?,
        ],
        register: read("difficulties-phutho.json", include_str!("../../demo/difficulties-phutho.json"))?,
        discussion: read("discussion.json", include_str!("../../demo/discussion.json"))?,
        evaluation: read("evaluation.json", include_str!("../../demo/evaluation.json"))?,
        cadres: read("cadres.json", include_str!("../../demo/cadres.json"))?,
        practices: read("practices.json", include_str!("../../demo/practices.json"))?,
        boards: read("boards.json", include_str!("../../demo/boards.json"))?,
        news: read("news.json", include_str!("../../demo/news.json"))?,
        fields: news::field_names(house),
        plans: read("plans.json", include_str!("../../demo/plans.json"))?,
        persons: HashMap::new(),
        actors: HashMap::new(),
        made: HashMap::new(),
    };
    stage.set().await?;
    for moment in moments::in_order(&stage)? {
        stage.live(&moment).await.map_err(|problem| Problem::new(format!("{moment:?}: {problem}")))?;
    }
    for (_, _, key) in SIGN_INS {
        people::set_password(house, &stage.person(key)?, PASSWORD).await?;
    }
    Ok(true)
}

/// The lines that `serve --demo` prints.
#[must_use]
pub fn sign_ins() -> Vec<String> {
    let lines = SIGN_INS.iter().map(|(what, email, _)| format!("  {email:<24} {what}"));
    std::iter::once(format!("Đăng nhập minh họa, mật khẩu chung: {PASSWORD}")).chain(lines).collect()
}

impl Stage<'_> {
    /// A deed of the demonstration: what it is names it.
    fn deed(what: &str, actor: Option<&str>, at: Instant) -> Deed {
        Deed { id: child_id("demonstration", what), actor: actor.map(str::to_owned), on_behalf: None, at }
    }

    fn person(&self, key: &str) -> Result<String, Problem> {
        self.persons.get(key).cloned().ok_or_else(|| Problem::new(format!("nobody is called {key}")))
    }

    fn actor(&self, key: &str) -> Result<Actor, Problem> {
        self.actors.get(key).cloned().ok_or_else(|| Problem::new(format!("{key} has no role")))
    }

    fn made(&self, what: &str) -> Result<String, Problem> {
        self.made.get(what).cloned().ok_or_else(|| Problem::new(format!("{what} was not made yet")))
    }

    /// Adds a role to the actor that verbs are given for this person.
    fn give(&mut self, key: &str, name: &str, grant: Grant) -> Result<(), Problem> {
        let id = self.person(key)?;
        let actor =
            self.actors.entry(key.to_owned()).or_insert_with(|| Actor { person: Some(id), name: name.to_owned(), ..Actor::default() });
        actor.grants.push(grant);
        Ok(())
    }
}

/// `2018-10-16T08:00` or with seconds, local time; a bare day is eight in the morning.
fn instant(text: &str) -> Result<Instant, Problem> {
    let bad = || Problem::new(format!("{text} is no time"));
    let (day, time) = text.split_once('T').unwrap_or((text, "08:00"));
    let date = Date::from_iso(day).map_err(|_| bad())?;
    let mut parts = time.splitn(3, ':');
    let hour_minute = format!("{}:{}", parts.next().unwrap_or("08"), parts.next().unwrap_or("00"));
    let seconds: i64 = parts.next().and_then(|it| it.parse().ok()).unwrap_or_default();
    let time = TimeOfDay::read(&hour_minute).map_err(|_| bad())?;
    Ok(Instant(Instant::from_local(date, time).0 + seconds * 1000))
}

/// A verb that refuses a fact of ours is a fault of the file.
fn told(refused: Refused) -> Problem {
    match refused {
        Refused::Problem(problem) => problem,
        other => Problem::new(format!("refused: {other:?}")),
    }
}
