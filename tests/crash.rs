//! `kill -9` in the middle of many deeds: what was acknowledged is there afterwards, on both engines.

#[path = "../examples/bench/client.rs"]
#[expect(dead_code, reason = "the bench asks more of it than this test")]
mod client;

use client::Line;
use nguon::ground::{Chance, Problem};
use nguon::{db, settings};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::AsyncBufReadExt;
use tokio::process::{Child, Command};

const PASSWORD: &str = "mật khẩu đủ dài";

/// Starts the program on a port that the system chooses: its process and its address, as it prints it.
async fn start(store: &[&str]) -> Result<(Child, String), Problem> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nguon"));
    command.arg("serve").args(["--addr", "127.0.0.1:0"]).args(store).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    let mut child = command.spawn()?;
    let printed = child.stdout.take().ok_or_else(|| Problem::new("it prints nothing"))?;
    let mut lines = tokio::io::BufReader::new(printed).lines();
    while let Some(line) = lines.next_line().await? {
        if let Some((_, rest)) = line.split_once("http://") {
            return Ok((child, rest.trim_end_matches('/').to_owned()));
        }
    }
    Err(Problem::new("the server did not start"))
}

async fn sign_in(line: &mut Line) -> Result<String, Problem> {
    let fields = [("way", "password"), ("name", "nga@nguon.example"), ("password", PASSWORD)];
    line.post("/sign-in", None, &fields).await?.cookie.ok_or_else(|| Problem::new("no sign-in"))
}

async fn story(store: &[&str]) -> Result<(), Problem> {
    let (mut server, at) = start(store).await?;
    let mut line = Line::open(&at).await?;
    let first =
        [("name", "Bùi Thị Nga"), ("email", "nga@nguon.example"), ("phone", "0912345678"), ("password", PASSWORD), ("again", PASSWORD)];
    let answer = line.post("/setup", None, &first).await?;
    assert!((300..400).contains(&answer.status), "{}: {}", answer.status, String::from_utf8_lossy(&answer.body));
    let cookie = sign_in(&mut line).await?;

    let acknowledged = Arc::new(tokio::sync::Mutex::new(Vec::new()));
    let next = Arc::new(AtomicUsize::new(0));
    let mut senders = Vec::new();
    for _ in 0..16 {
        let (at, cookie, acknowledged, next) = (at.clone(), cookie.clone(), Arc::clone(&acknowledged), Arc::clone(&next));
        senders.push(tokio::spawn(async move {
            let Ok(mut line) = Line::open(&at).await else { return };
            loop {
                let code = format!("DA{:04}", next.fetch_add(1, Ordering::SeqCst));
                let name = format!("Dự án {code}");
                let fields =
                    [("code", code.as_str()), ("name", name.as_str()), ("sponsor", "Ủy ban Dân tộc"), ("provider", "Đơn vị đào tạo")];
                match line.post("/projects", Some(&cookie), &fields).await {
                    Ok(answer) if (300..400).contains(&answer.status) => acknowledged.lock().await.push(code),
                    Ok(answer) => panic!("{code}: {} {}", answer.status, String::from_utf8_lossy(&answer.body)),
                    Err(_) => return, // the server is gone: not acknowledged
                }
            }
        }));
    }
    while acknowledged.lock().await.len() < 200 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    server.kill().await?; // SIGKILL, and it is waited for
    for sender in senders {
        sender.await?;
    }
    let acknowledged = acknowledged.lock().await.clone();

    let (mut server, at) = start(store).await?;
    let mut line = Line::open(&at).await?;
    let cookie = sign_in(&mut line).await?;
    let page = String::from_utf8(line.get("/projects", Some(&cookie)).await?.body.to_vec())?;
    let lost: Vec<&String> = acknowledged.iter().filter(|code| !page.contains(code.as_str())).collect();
    assert!(lost.is_empty(), "{} of {} acknowledged deeds are lost: {lost:?}", lost.len(), acknowledged.len());
    server.kill().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_on_sqlite() -> Result<(), Problem> {
    let folder = tempfile::tempdir()?;
    story(&["--data", &folder.path().to_string_lossy()]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_on_postgres() -> Result<(), Problem> {
    let Some(server) = settings::variable("NGUON_TEST_POSTGRES") else {
        return if settings::variable("CI").is_some() { Err(Problem::new("CI must name NGUON_TEST_POSTGRES")) } else { Ok(()) };
    };
    let address = db::new_database(&server, &Chance::System).await?;
    story(&["--database", &address]).await
}
