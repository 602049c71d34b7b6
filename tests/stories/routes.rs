//! Every route against every role. What is not written in `routes.txt` is refused; a change of the table is a change to be read.
//!
//! `NGUON_BLESS=1 cargo test routes` writes the table anew, for reading before it is committed.

use nguon::db::{Run, Statement};
use nguon::ground::Problem;
use nguon::stage::{Stage, Visitor};
use nguon::web::Role;
use nguon::{demo, house, settings};
use std::collections::BTreeMap;

/// What is answered for as long as somebody listens.
const STREAMS: &[&str] = &["/classes/{class}/live"];

/// Noon of 18 October 2018 in Vietnam.
const AFTER_THE_CLASS: i64 = nguon::stage::CLASS_DAY + 2 * 86_400_000;

/// One thing of each kind that addresses name, of the class of Phú Thọ wherever it has one.
const THINGS: &[(&str, &str)] = &[
    ("class", "select id from classes where code = 'PT18'"),
    ("project", "select project_id from classes where code = 'PT18'"),
    ("session", "select s.id from sessions s join classes c on c.id = s.class_id where c.code = 'PT18' and s.ordinal = 1"),
    (
        "trainee",
        "select t.id from trainees t join classes c on c.id = t.class_id where c.code = 'PT18' and t.state = 'named' order by t.id limit 1",
    ),
    ("group", "select g.id from groups g join classes c on c.id = g.class_id where c.code = 'PT18' order by g.sort limit 1"),
    ("material", "select m.id from materials m join sessions s on s.id = m.session_id order by m.id limit 1"),
    ("place", "select id from places where id = 'o08296' or (era = 'old' and name = 'Mỹ Lung') order by id limit 1"),
    ("person", "select person_id from trainees where state = 'named' order by id limit 1"),
    ("difficulty", "select id from difficulties where code = 'PT18-01'"),
    ("period", "select id from periods order by id limit 1"),
    ("item", "select id from local_items order by id limit 1"),
    (
        "document",
        "select m.document_id from materials m join sessions s on s.id = m.session_id join classes c on c.id = s.class_id
            where c.code = 'PT18' and s.ordinal = 1 and m.document_id is not null order by m.document_id limit 1",
    ),
    ("article", "select '7'"),
    (
        "part",
        "select sort from wordings where document_id = (select min(document_id) from wordings where article = '') and article = ''
            order by sort limit 1",
    ),
    ("leftover", "select 'khong-co-that'"),
    // Two documents whose texts are kept.
    ("text", "select min(document_id) from wordings where article = ''"),
    ("other", "select max(document_id) from texts"),
    ("question", "select q.id from questions q join classes c on c.id = q.class_id where c.code = 'PT18' order by q.asked_at limit 1"),
    ("opinion", "select o.id from opinions o join classes c on c.id = o.class_id where c.code = 'PT18' order by o.at, o.id limit 1"),
    ("plan", "select p.id from plans p join classes c on c.id = p.class_id where c.code = 'PT18' order by p.id desc limit 1"),
    (
        "step",
        "select s.id from plan_steps s where s.removed_at is null and s.plan_id = (select p.id from plans p
            join classes c on c.id = p.class_id where c.code = 'PT18' order by p.id limit 1) order by s.id limit 1",
    ),
    ("round", "select f.id from follow_ups f join classes c on c.id = f.class_id where c.code = 'PT18' order by f.months limit 1"),
    (
        "line",
        "select l.id from board_lines l where l.removed_at is null and l.group_id = (select g.id from groups g
            join classes c on c.id = g.class_id where c.code = 'PT18' order by g.sort limit 1) order by l.id limit 1",
    ),
    ("report", "select id from step_reports where blob is not null order by at limit 1"),
    ("conflict", "select id from board_conflicts order by id limit 1"),
    ("practice", "select p.id from practices p join classes c on c.id = p.class_id where c.code = 'PT18' order by p.code limit 1"),
    ("adoption", "select id from adoptions order by id limit 1"),
    (
        "blob",
        "select h.blob from practice_photos h join practices p on p.id = h.practice_id where p.state = 'released' order by h.id limit 1",
    ),
    ("cadre", "select d.id from cadres d join classes c on c.id = d.class_id where c.code = 'PT18' order by d.id limit 1"),
    ("sheet", "select 'classes'"),
    ("code", "select code from classes where code = 'PT18'"),
    ("lang", "select 'en'"),
    ("consent", "select id from consents order by id limit 1"),
    ("grant", "select id from grants order by id limit 1"),
    ("sign_in", "select 'khong-co-that'"),
];

async fn things(stage: &Stage) -> Result<BTreeMap<&'static str, String>, Problem> {
    let mut found = BTreeMap::new();
    for (name, sql) in THINGS {
        let (name, sql) = (*name, *sql);
        found.insert(name, stage.db().the(&Statement { name, sql }, &[]).await?);
    }
    found.insert("token", "khong-co-that".to_owned());
    Ok(found)
}

async fn visitors(stage: &Stage, things: &BTreeMap<&str, String>) -> Result<Vec<(&'static str, Visitor)>, Problem> {
    let other: String = stage.db().the(&Statement { name: "other", sql: "select id from classes where code = 'SL26'" }, &[]).await?;
    let (class, project) = (Some(things["class"].as_str()), Some(things["project"].as_str()));
    let other = Some(other.as_str());
    let mut all = vec![("guest", stage.guest())];
    let roles = [
        ("trainee", Role::Trainee, class, None),
        ("other-trainee", Role::Trainee, other, None),
        ("organiser", Role::Organiser, class, None),
        ("other-organiser", Role::Organiser, other, None),
        ("expert", Role::Expert, None, project),
        ("sponsor", Role::Sponsor, None, project),
        ("administrator", Role::Administrator, None, None),
    ];
    for (n, (name, role, class, project)) in roles.into_iter().enumerate() {
        let phone = format!("09111111{n:02}");
        all.push((name, stage.person(&format!("Người {name}"), &phone, role, class, project).await?.1));
    }
    Ok(all)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_against_every_role() -> Result<(), Problem> {
    let stage = Stage::sqlite().await?;
    demo::load(&stage.app).await?;
    // When the class of Phú Thọ has closed: everything that it left behind is there, and its evaluation is over.
    stage.clock.set(AFTER_THE_CLASS);
    let things = things(&stage).await?;
    let mut visitors = visitors(&stage, &things).await?;
    let mut lines = Vec::new();
    let mut routes = house::routes();
    // First all that is looked at, then all that is done: a deed must not take away what another line is about.
    routes.sort_by_key(|route| (route.method.to_string(), route.path));
    for route in routes {
        let mut path = route.path.to_owned();
        if let Some(rest) = path.strip_prefix("/documents/{document}/") {
            path = format!("/documents/{{text}}/{rest}");
        }
        for (name, id) in &things {
            path = path.replace(&format!("{{{name}}}"), id);
        }
        assert!(!path.contains('{'), "{path}: the test knows no such thing");
        // Signing out ends the visitor's own visit; it is asked for by somebody new.
        if route.path == "/sign-out" {
            continue;
        }
        let mut line = format!("{:<5} {:<52}", route.method.as_str(), route.path);
        for (name, visitor) in &mut visitors {
            let mut own = visitor.clone();
            // A stream never ends: how it is answered is all that there is to see.
            if STREAMS.contains(&route.path) {
                line = format!("{line} {name} {}", own.listen(&path).await?.status.as_u16());
                continue;
            }
            let got = if route.method == "GET" { own.get(&path).await? } else { own.post(&path, &[]).await? };
            assert!(got.status.as_u16() < 500, "{} {path} as {name}: {} {}", route.method, got.status, got.body);
            line = format!("{line} {name} {}", got.status.as_u16());
        }
        lines.push((route.path, route.method.to_string(), line));
    }
    lines.sort();
    let lines: Vec<String> = lines.into_iter().map(|(_, _, line)| line).collect();
    let table = lines.join("\n") + "\n";
    let file = "tests/stories/routes.txt";
    if settings::variable("NGUON_BLESS").is_some() {
        std::fs::write(file, &table)?;
    }
    let written = std::fs::read_to_string(file)?;
    for (ours, theirs) in table.lines().zip(written.lines()) {
        assert_eq!(ours, theirs);
    }
    assert_eq!(table.lines().count(), written.lines().count());
    Ok(())
}
