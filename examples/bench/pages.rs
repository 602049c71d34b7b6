//! The main pages: who looks at them, what they weigh, how many queries they ask; and the check-ins of a full hall.

use crate::client::Line;
use crate::load::{self, Run, now};
use nguon::ground::Problem;
use regex::Regex;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

const PASSWORD: &str = nguon::demo::PASSWORD;

/// Sign-ins of the demonstration.
pub struct Cookies {
    pub organiser: String,
    pub expert: String,
    pub sponsor: String,
    pub trainee: String,
    class: String,
    next: String,
    session: String,
    trainees: Vec<String>,
    /// A session of the next class, and the sign-ins of its trainees.
    pub hall: String,
    pub people: Vec<String>,
}

/// What one page weighs.
struct Weight {
    name: &'static str,
    who: &'static str,
    html: usize,
    queries: u32,
    milliseconds: f64,
}

/// All of it, and the two pages that are put under load.
pub struct Budgets {
    pub class: String,
    pub difficulty: String,
    pages: Vec<Weight>,
    css: usize,
    js: usize,
    mark: usize,
}

async fn sign_in(line: &mut Line, email: &str) -> Result<String, Problem> {
    let fields = [("way", "password"), ("name", email), ("password", PASSWORD)];
    line.post("/sign-in", None, &fields).await?.cookie.ok_or_else(|| Problem::new(format!("{email} was not let in")))
}

async fn first(line: &mut Line, path: &str, cookie: &str, pattern: &str) -> Result<String, Problem> {
    let answer = line.get(path, Some(cookie)).await?;
    let text = String::from_utf8_lossy(&answer.body).into_owned();
    let found = Regex::new(pattern)?.captures(&text).and_then(|it| it.get(1)).map(|it| it.as_str().to_owned());
    found.ok_or_else(|| Problem::new(format!("{path} ({}) has no {pattern}", answer.status)))
}

/// Signs in those who look at the pages.
pub async fn sign_in_all(address: &str) -> Result<Cookies, Problem> {
    let mut line = Line::open(address).await?;
    let organiser = sign_in(&mut line, "nam@nguon.example").await?;
    let (expert, sponsor) = (sign_in(&mut line, "chau@nguon.example").await?, sign_in(&mut line, "doan@nguon.example").await?);
    let class = first(&mut line, "/classes", &organiser, r#"href="/classes/([0-9a-f-]{36})"[^>]*>[^<]*Phú Thọ"#).await?;
    // Personal links of a class long over no longer open: the trainee is one of the next class.
    let next = first(&mut line, "/classes", &organiser, r#"href="/classes/([0-9a-f-]{36})"[^>]*>[^<]*Sơn La"#).await?;
    let session = first(&mut line, &format!("/classes/{class}/roster"), &organiser, r"/sessions/([0-9a-f-]{36})").await?;
    let welcome = first(&mut line, &format!("/classes/{next}/links"), &organiser, r"(/welcome/[A-Za-z0-9.~_-]+)").await?;
    let wording = first(&mut line, &welcome, "", r#"name="consent" value="([^"]+)""#).await.unwrap_or_default();
    let answer = line.post(&welcome, None, &[("consent", &wording)]).await?;
    let trainee = answer.cookie.ok_or_else(|| Problem::new(format!("the trainee was not let in: {}", answer.status)))?;
    let page = line.get(&format!("/sessions/{session}/attendance?show=all"), Some(&organiser)).await?;
    let text = String::from_utf8_lossy(&page.body).into_owned();
    let trainees =
        Regex::new(r"/attendance/([0-9a-f-]{36})")?.captures_iter(&text).filter_map(|it| Some(it.get(1)?.as_str().to_owned())).collect();
    let hall = first(&mut line, &format!("/classes/{next}/discussion"), &organiser, r"/sessions/([0-9a-f-]{36})").await?;
    let people = sign_in_hall(&mut line, &next, &organiser, &wording).await?;
    Ok(Cookies { organiser, expert, sponsor, trainee, class, next, session, trainees, hall, people })
}

/// Every trainee of a class comes in by their own link.
async fn sign_in_hall(line: &mut Line, class: &str, organiser: &str, wording: &str) -> Result<Vec<String>, Problem> {
    let page = line.get(&format!("/classes/{class}/links"), Some(organiser)).await?;
    let text = String::from_utf8_lossy(&page.body).into_owned();
    let mut links: Vec<&str> = Regex::new(r"/welcome/[A-Za-z0-9.~_-]+")?.find_iter(&text).map(|it| it.as_str()).collect();
    links.sort_unstable();
    links.dedup();
    let mut people = Vec::new();
    for link in links {
        people.extend(line.post(link, None, &[("consent", wording)]).await?.cookie);
    }
    if people.is_empty() { Err(Problem::new("nobody is in the hall")) } else { Ok(people) }
}

/// Weighs the main pages.
pub async fn budgets(address: &str, cookies: &Cookies) -> Result<Budgets, Problem> {
    let mut line = Line::open(address).await?;
    let class = format!("/classes/{}", cookies.class);
    let list = format!("{class}/difficulties");
    let difficulty = first(&mut line, &list, &cookies.organiser, r#"href="(/difficulties/[0-9a-f-]{36})""#).await?;
    let answer = first(&mut line, "/answers", &cookies.organiser, r#"href="(/answers/[0-9a-f-]{36})""#).await?;
    let next = format!("/classes/{}", cookies.next);
    let own = first(&mut line, &format!("{next}/difficulties"), &cookies.trainee, r#"href="(/difficulties/[0-9a-f-]{36})""#).await?;
    let (organiser, expert, sponsor, trainee) = (&cookies.organiser, &cookies.expert, &cookies.sponsor, &cookies.trainee);
    let talk = format!("{class}/discussion");
    // The third session: the evening's, in which most was said.
    let discussion = first(
        &mut line,
        &talk,
        organiser,
        r#"(?s)(?:/sessions/[0-9a-f-]{36}/discussion".*){2}(/sessions/[0-9a-f-]{36}/discussion)".*/sessions/.*/sessions/"#,
    )
    .await?;
    let wanted: Vec<(&str, &str, String, &str)> = vec![
        ("welcome", "guest", "/".into(), ""),
        ("sign-in", "guest", "/sign-in".into(), ""),
        ("class in public", "guest", "/c/PT18".into(), ""),
        ("published answers", "guest", "/answers".into(), ""),
        ("one answer", "guest", answer, ""),
        ("my work", "trainee", "/".into(), trainee),
        ("class", "trainee", next.clone(), trainee),
        ("raise a difficulty", "trainee", format!("{next}/difficulties/new"), trainee),
        ("difficulties of the class", "trainee", format!("{next}/difficulties"), trainee),
        ("one difficulty", "trainee", own, trainee),
        ("my work", "organiser", "/".into(), organiser),
        ("class", "organiser", class.clone(), organiser),
        ("roster of 60", "organiser", format!("{class}/roster"), organiser),
        ("attendance of 60", "organiser", format!("/sessions/{}/attendance", cookies.session), organiser),
        ("discussion of the class", "organiser", format!("{class}/discussion"), organiser),
        ("discussion of a session", "organiser", discussion, organiser),
        ("call-up", "organiser", format!("{class}/nominations"), organiser),
        ("results", "organiser", format!("{class}/results"), organiser),
        ("queue", "expert", "/queue".into(), expert),
        ("one difficulty", "expert", difficulty.clone(), expert),
        ("documents", "expert", "/documents".into(), expert),
        ("my work", "sponsor", "/".into(), sponsor),
        ("results", "sponsor", format!("{class}/results"), sponsor),
    ];
    let mut pages = Vec::new();
    for (name, who, path, cookie) in wanted {
        let cookie = Some(cookie).filter(|it| !it.is_empty());
        line.get(&path, cookie).await?;
        let before = now();
        let answer = line.get(&path, cookie).await?;
        let milliseconds = before.elapsed().as_secs_f64() * 1000.0;
        if answer.status != 200 {
            return Err(Problem::new(format!("{who} {path}: {}", answer.status)));
        }
        let html = line.get_compressed(&path, cookie).await?.body.len();
        pages.push(Weight { name, who, html, queries: answer.queries, milliseconds });
    }
    let page = String::from_utf8_lossy(&line.get("/sign-in", None).await?.body).into_owned();
    let mut weights = Vec::new();
    for pattern in [r#"href="(/assets/[^"]+css)""#, r#"src="(/assets/[^"]+js)""#, r#"href="(/assets/[^"]+svg)""#] {
        let path = Regex::new(pattern)?.captures(&page).and_then(|it| it.get(1)).map(|it| it.as_str().to_owned()).unwrap_or_default();
        weights.push(line.get_compressed(&path, None).await?.body.len());
    }
    let weight = |i: usize| weights.get(i).copied().unwrap_or_default();
    Ok(Budgets { class, difficulty, pages, css: weight(0), js: weight(1), mark: weight(2) })
}

impl Budgets {
    pub fn as_json(&self) -> Value {
        let pages: Vec<Value> = self
            .pages
            .iter()
            .map(|it| json!({ "page": it.name, "who": it.who, "html_gzip": it.html, "queries": it.queries, "ms": it.milliseconds }))
            .collect();
        json!({ "css_gzip": self.css, "js_gzip": self.js, "mark_gzip": self.mark, "pages": pages })
    }
}

/// The table of pages.
pub fn print(budgets: &Budgets) {
    crate::print(&format!("{:<28} {:<10} {:>10} {:>8} {:>8} {:>12}", "page", "who", "HTML gzip", "queries", "ms", "first visit"));
    let beside = budgets.css + budgets.js + budgets.mark;
    for it in &budgets.pages {
        let mark = if it.html > 12 * 1024 { "  over 12 KB" } else { "" };
        crate::print(&format!(
            "{:<28} {:<10} {:>10} {:>8} {:>8.2} {:>12}{mark}",
            it.name,
            it.who,
            it.html,
            it.queries,
            it.milliseconds,
            it.html + beside
        ));
    }
    crate::print(&format!(
        "style sheet {} (≤ 10240), script {} (≤ 12288), mark {}; a first visit is 4 requests (≤ 30720 bytes)",
        budgets.css, budgets.js, budgets.mark
    ));
}

/// Marks the attendance of the hall from 64 lines at once; counts what the journal kept.
pub async fn check_ins(address: &str, cookies: &Cookies, length: Duration) -> Result<Run, Problem> {
    let mut line = Line::open(address).await?;
    let before = position(&mut line).await?;
    let (session, cookie) = (cookies.session.clone(), cookies.organiser.clone());
    let trainees = Arc::new(cookies.trainees.clone());
    let mut run = load::run(address, 64, length, move |mut line: Line, n| {
        let (session, cookie, trainees) = (session.clone(), cookie.clone(), Arc::clone(&trainees));
        async move {
            let trainee = trainees.get(n % trainees.len().max(1)).cloned().unwrap_or_default();
            let state = if (n / trainees.len().max(1)) % 2 == 0 { "late" } else { "present" };
            let answer =
                line.post(&format!("/sessions/{session}/attendance"), Some(&cookie), &[("trainee", &trainee), ("state", state)]).await?;
            if answer.status < 400 { Ok(line) } else { Err(Problem::new(format!("attendance: {}", answer.status))) }
        }
    })
    .await?;
    // What stood already was not kept again: only events on disk count.
    run.requests = usize::try_from(position(&mut line).await? - before)?;
    Ok(run)
}

async fn position(line: &mut Line) -> Result<i64, Problem> {
    let health: Value = serde_json::from_slice(&line.get("/health", None).await?.body)?;
    health.get("position").and_then(Value::as_i64).ok_or_else(|| Problem::new("no position"))
}
