//! The rules of HOUSE.md, read from the code itself.

#![expect(clippy::unwrap_used, reason = "a file of ours that cannot be read fails the test as it should")]

use nguon::{db, house, stage::Stage, web};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

type Outcome = Result<(), nguon::ground::Problem>;

/// A file of `src/`: its path below it, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The room or floor it lies in.
    fn room(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or_default()
    }

    /// What kind of file of a room it is: the first known name on its way (`difficulties/actions/raise.rs` is `actions`).
    fn part(&self) -> &str {
        const PARTS: [&str; 6] = ["event", "actions", "store", "pages", "tests", "mod"];
        self.path.split(['/', '.']).find(|it| PARTS.contains(it)).unwrap_or("noun")
    }
}

fn sources(ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                let text = fs::read_to_string(&path).unwrap();
                found.push(Source { path: path.strip_prefix("src").unwrap().to_string_lossy().into_owned(), text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Without comments and the lines of tests in the same file.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn room_names() -> Vec<&'static str> {
    house::rooms().iter().map(|room| room.name).collect()
}

fn no_complaints(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn calls_go_up_the_list() {
    let rooms = room_names();
    let above = |room: &str| -> Vec<&str> {
        let floor = ["ground", "db", "web"];
        match room {
            "ground" => vec![],
            "db" => vec!["ground"],
            "web" => vec!["ground", "db"],
            _ => floor.into_iter().chain(rooms.iter().copied().take_while(|it| *it != room)).collect(),
        }
    };
    let all: Vec<&str> = ["ground", "db", "web"].into_iter().chain(rooms.iter().copied()).collect();
    let mut complaints = Vec::new();
    for source in sources("rs").iter().filter(|it| all.contains(&it.room()) && it.part() != "tests") {
        let text = code(&source.text);
        for other in &all {
            let named = Regex::new(&format!(r"\bcrate::(\{{[^}}]*\b)?{other}\b")).unwrap();
            if *other != source.room() && !above(source.room()).contains(other) && named.is_match(&text) {
                complaints.push(format!("{} names {other}, which lies below it", source.path));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn only_db_names_an_engine() {
    let engine = Regex::new(r"\b(rusqlite|tokio_postgres|deadpool_postgres|refinery)\b").unwrap();
    let named = sources("rs").into_iter().filter(|it| it.room() != "db" && engine.is_match(&code(&it.text)));
    no_complaints(&named.map(|it| format!("{} names an engine", it.path)).collect::<Vec<_>>());
}

#[test]
fn every_file_keeps_to_its_part() {
    let rooms = room_names();
    let bans = [
        ("noun", r"\b(axum|askama|tower)\b|\bcrate::db\b|\bClock\b", "a noun is pure"),
        ("actions", r"\b(askama|Template)\b|statements!|\b(select|insert into|delete from) ", "a verb has no page and no SQL"),
        ("pages", r#"statements!|"(select|insert into|update|delete from) "#, "a page has no SQL"),
        ("event", r"\b(axum|askama)\b|\bClock\b|\bChance\b", "apply looks at the event and the database only"),
        ("store", r"\b(axum|askama)\b", "a store knows no page"),
    ];
    let mut complaints = Vec::new();
    for source in sources("rs").iter().filter(|it| rooms.contains(&it.room())) {
        for (part, ban, why) in bans {
            if source.part() == part
                && let Some(found) = Regex::new(ban).unwrap().find(&code(&source.text))
            {
                complaints.push(format!("{}: `{}`: {why}", source.path, found.as_str().trim()));
            }
        }
    }
    no_complaints(&complaints);
}

/// A table is changed by its own room's `event.rs` (or, when it is of this store alone, by its store), and read by that room and those below.
#[test]
fn tables_are_written_by_their_own_room() {
    let rooms = house::rooms();
    let order: Vec<&str> = rooms.iter().map(|room| room.name).collect();
    let owner: BTreeMap<&str, &str> =
        rooms.iter().flat_map(|room| room.tables.iter().chain(room.local).map(|table| (*table, room.name))).collect();
    let local: BTreeSet<&str> = rooms.iter().flat_map(|room| room.local).copied().collect();
    let writes = Regex::new(r"(?i)\b(?:insert into|update|delete from)\s+([a-z_]+)").unwrap();
    let reads = Regex::new(r"(?i)\b(?:from|join)\s+([a-z_]+)").unwrap();
    let place = |room: &str| order.iter().position(|it| *it == room);
    let mut complaints = Vec::new();
    for source in sources("rs").iter().filter(|it| order.contains(&it.room()) && it.part() != "tests") {
        let text = code(&source.text);
        for table in writes.captures_iter(&text).filter_map(|it| owner.get_key_value(it.get(1).unwrap().as_str())) {
            let allowed = *table.1 == source.room() && (source.part() == "event" || local.contains(table.0));
            if !allowed && *table.0 != "journal" {
                complaints.push(format!("{} writes {}, a table of {}", source.path, table.0, table.1));
            }
        }
        for table in reads.captures_iter(&text).filter_map(|it| owner.get_key_value(it.get(1).unwrap().as_str())) {
            if place(table.1) > place(source.room()) {
                complaints.push(format!("{} reads {}, a table of {} below it", source.path, table.0, table.1));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_module_opens_with_what_it_is() {
    let silent = sources("rs").into_iter().filter(|it| !it.text.starts_with("//!") && it.part() != "tests");
    no_complaints(&silent.map(|it| format!("{} does not open with //!", it.path)).collect::<Vec<_>>());
}

#[test]
fn files_stay_small_and_are_named_for_what_they_are() {
    let mut complaints = Vec::new();
    for source in sources("rs") {
        let lines = source.text.lines().count();
        if lines > 430 {
            complaints.push(format!("{} has {lines} lines: make it a folder", source.path));
        }
        for drawer in ["util", "helper", "manager", "service", "common", "misc"] {
            if source.path.contains(drawer) {
                complaints.push(format!("{}: a drawer, not a name", source.path));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn house_md_lists_the_rooms_in_order() {
    let page = fs::read_to_string("HOUSE.md").unwrap();
    let row = Regex::new(r"(?m)^\| `(\w+)` \|").unwrap();
    let listed: Vec<String> = row.captures_iter(&page).map(|it| it[1].to_owned()).collect();
    let floor = ["ground", "db", "web"];
    let rooms: Vec<&str> = floor.into_iter().chain(room_names()).collect();
    assert_eq!(listed, rooms);
}

#[test]
fn every_template_is_drawn_by_somebody() {
    let rust: String = sources("rs").iter().map(|it| it.text.as_str()).collect();
    let html: String = sources("html").iter().map(|it| it.text.as_str()).collect();
    let orphan =
        sources("html").into_iter().filter(|it| !rust.contains(&format!("\"{}\"", it.path)) && !html.contains(&format!("\"{}\"", it.path)));
    no_complaints(&orphan.map(|it| format!("{} is drawn by nobody", it.path)).collect::<Vec<_>>());
}

/// Keys and gaps of a text of words.
fn keys(ftl: &str) -> BTreeMap<String, BTreeSet<String>> {
    let key = Regex::new(r"^([a-z][a-z0-9_-]*) *=").unwrap();
    let gap = Regex::new(r"\$([a-z]+)").unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in ftl.lines().filter(|line| !line.starts_with('#')) {
        if let Some(it) = key.captures(line) {
            it[1].clone_into(&mut last);
            found.entry(last.clone()).or_default();
        }
        if let Some(gaps) = found.get_mut(&last) {
            gaps.extend(gap.captures_iter(line).map(|it| it[1].to_owned()));
        }
    }
    found
}

#[test]
fn both_languages_say_the_same_words_and_all_are_used() {
    let (mut vi, mut en) = (BTreeMap::new(), BTreeMap::new());
    let mut complaints = Vec::new();
    for texts in house::texts() {
        for (all, one) in [(&mut vi, keys(texts.vi)), (&mut en, keys(texts.en))] {
            for (key, gaps) in one {
                if all.insert(key.clone(), gaps).is_some() {
                    complaints.push(format!("{key} is said twice"));
                }
            }
        }
    }
    for key in vi.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
        if vi.get(key) != en.get(key) {
            complaints.push(format!("{key}: vi has {:?}, en has {:?}", vi.get(key), en.get(key)));
        }
    }
    let pages: String = sources("rs").iter().chain(&sources("html")).map(|it| it.text.clone()).collect();
    let quoted: BTreeSet<&str> =
        Regex::new(r#""([a-z][a-z0-9-]+)(?:\\?")"#).unwrap().captures_iter(&pages).map(|it| it.get(1).unwrap().as_str()).collect();
    let made: BTreeSet<&str> =
        Regex::new(r#""([a-z][a-z0-9-]*-)\{"#).unwrap().captures_iter(&pages).map(|it| it.get(1).unwrap().as_str()).collect();
    let done: BTreeSet<String> =
        Regex::new(r"done=([a-z0-9-]+)").unwrap().captures_iter(&pages).map(|it| format!("done-{}", &it[1])).collect();
    for key in vi.keys() {
        let is_made = made.iter().any(|prefix| key.starts_with(prefix) && *prefix != "done-");
        if !quoted.contains(key.as_str()) && !is_made && !done.contains(key) {
            complaints.push(format!("{key} is used by nobody"));
        }
    }
    for key in &done {
        if !vi.contains_key(key) && !made.contains("done-") {
            complaints.push(format!("{key} is said by a redirect and has no words"));
        }
    }
    no_complaints(&complaints);
}

/// Every page, drawn from invented values, in every language: no word missing, no gap unfilled.
#[test]
fn every_page_draws_in_every_language() -> Outcome {
    let words = Arc::new(web::Words::read(&house::texts()).map_err(nguon::ground::Problem::new)?);
    let mut complaints = Vec::new();
    let mut drawn = 0;
    for lang in web::Lang::ALL {
        for sample in house::samples(&web::Shell::sample(web::W::new(Arc::clone(&words), lang))) {
            drawn += 1;
            for missing in sample.html.split('⟦').skip(1) {
                let what = missing.split('⟧').next().unwrap_or_default();
                complaints.push(format!("{} ({}): {what}", sample.name, lang.tag()));
            }
        }
    }
    no_complaints(&complaints);
    let templates = sources("rs").iter().map(|it| it.text.matches("#[template(path").count()).sum::<usize>();
    assert!(drawn >= templates * 2, "{templates} templates, {} samples a language: every page has a sample", drawn / 2);
    Ok(())
}

/// A class that the style sheet does not know draws nothing.
#[test]
fn every_class_of_a_template_is_in_the_style_sheet() {
    let css = fs::read_to_string("src/web/assets/nguon.css").unwrap();
    let known: BTreeSet<&str> =
        Regex::new(r"\.([a-z][a-z0-9-]*)").unwrap().captures_iter(&css).map(|it| it.get(1).unwrap().as_str()).collect();
    let written = Regex::new(r#"class=\\?"([^"]*)""#).unwrap();
    let code = Regex::new(r"\{[{%].*?[%}]\}|\{[a-z_]*\}").unwrap();
    let mut complaints = Vec::new();
    for source in sources("html").iter().chain(&sources("rs")) {
        let text = code.replace_all(&source.text, " ");
        for list in written.captures_iter(&text) {
            for class in list[1].split_whitespace().map(|it| it.trim_end_matches('\\')) {
                if !class.is_empty() && !known.contains(class) {
                    complaints.push(format!("{}: class \"{class}\" is not in nguon.css", source.path));
                }
            }
        }
    }
    no_complaints(&complaints);
}

async fn prepare_all(stage: &Stage) -> Outcome {
    let rooms = house::rooms();
    let mut names = BTreeSet::new();
    for list in db::STATEMENTS.iter().chain(rooms.iter().flat_map(|room| room.statements)) {
        for statement in *list {
            stage.db().prepare(statement).await?;
            names.insert(statement.sql);
        }
    }
    assert!(names.len() > rooms.len());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_prepares_on_sqlite() -> Outcome {
    prepare_all(&Stage::sqlite().await?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_prepares_on_postgres() -> Outcome {
    match Stage::postgres().await? {
        Some(stage) => prepare_all(&stage).await,
        None => Ok(()),
    }
}

#[test]
fn every_table_has_one_owner_and_every_migration_is_listed() {
    let mut tables: Vec<&str> = house::rooms().iter().flat_map(|room| room.tables.iter().chain(room.local)).copied().collect();
    tables.extend(["journal", "store_secrets"]);
    tables.sort_unstable();
    let made = Regex::new(r"(?m)^create table ([a-z_]+)").unwrap();
    let mut files: Vec<PathBuf> = fs::read_dir("migrations").unwrap().flatten().map(|it| it.path()).collect();
    files.sort();
    let dropped = Regex::new(r"(?m)^drop table ([a-z_]+)").unwrap();
    let (mut created, mut gone): (Vec<String>, Vec<String>) = Default::default();
    let list = fs::read_to_string("src/db/migrations.rs").unwrap();
    for file in files.iter().filter(|it| it.extension().is_some_and(|it| it == "sql")) {
        let text = fs::read_to_string(file).unwrap();
        created.extend(made.captures_iter(&text).map(|it| it[1].to_owned()));
        gone.extend(dropped.captures_iter(&text).map(|it| it[1].to_owned()));
        let name = Path::new(file.file_name().unwrap()).file_stem().unwrap().to_string_lossy().into_owned();
        assert!(list.contains(&format!("\"{name}\"")), "{name} is not in the list of migrations");
    }
    created.retain(|table| !gone.contains(table));
    created.sort_unstable();
    assert_eq!(tables, created);
}
