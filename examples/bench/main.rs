//! `bin/bench`: what the product costs, measured on this machine. Speeds are ratios to a bare server or a bare disk in the same run.

mod client;
mod hall;
mod load;
mod pages;
mod search;
mod server;

use client::Line;
use load::{Run, count, now};
use nguon::ground::{Chance, Problem};
use serde_json::{Value, json};
use server::{Server, free_address};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long each load lasts.
const LENGTH: Duration = Duration::from_secs(4);

fn main() -> Result<(), Problem> {
    let args: Vec<String> = std::env::args().collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    if let [_, word, address] = args.as_slice()
        && word == "hello"
    {
        return runtime.block_on(hello(address));
    }
    // Alone, so that its memory is its own.
    if args.get(1).is_some_and(|it| it == "search") {
        print(&search::measure()?.to_string());
        return Ok(());
    }
    let json = args.windows(2).find(|pair| pair.first().is_some_and(|it| it == "--json")).and_then(|pair| pair.get(1)).map(PathBuf::from);
    let results = runtime.block_on(measure())?;
    if let Some(path) = json {
        std::fs::write(path, serde_json::to_string_pretty(&results)?)?;
    }
    Ok(())
}

/// The bare server that ours is compared with.
async fn hello(address: &str) -> Result<(), Problem> {
    let router = axum::Router::new().route("/health", axum::routing::get(async || "Hello, World!"));
    let listener = tokio::net::TcpListener::bind(address).await?;
    Ok(axum::serve(listener, router).await?)
}

async fn measure() -> Result<Value, Problem> {
    let me = std::env::current_exe()?;
    let program = me.parent().and_then(Path::parent).map(|it| it.join("nguon")).ok_or_else(|| Problem::new("where is nguon?"))?;
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data").to_string_lossy().into_owned();
    let address = free_address()?;
    let serve = ["serve", "--demo", "--addr", &address, "--data", &data];

    let before = now();
    Server::start(&program, &serve, &address).await?.stop().await?;
    let loading = before.elapsed().as_secs_f64();
    let before = now();
    let server = Server::start(&program, &serve, &address).await?;
    let starting = before.elapsed().as_secs_f64();
    tokio::time::sleep(Duration::from_secs(2)).await;
    let idle = server.memory()?;

    let cookies = pages::sign_in_all(&address).await?;
    let budgets = pages::budgets(&address, &cookies).await?;
    pages::print(&budgets);

    let bare = bare(&me).await?;
    let class = ours(&server, &address, budgets.class.clone(), cookies.organiser.clone()).await?;
    let difficulty = ours(&server, &address, budgets.difficulty.clone(), cookies.organiser.clone()).await?;
    let disk = flushes(folder.path())?;
    let kept = pages::check_ins(&address, &cookies, LENGTH).await?;
    let loaded = server.memory()?;
    let hall = hall::measure(&server, &address, &cookies.hall, &cookies.organiser, &cookies.people).await?;
    server.stop().await?;
    let search: Value = serde_json::from_slice(&tokio::process::Command::new(&me).arg("search").output().await?.stdout)?;
    let figure = |name: &str| search.get(name).and_then(Value::as_f64).unwrap_or_default();
    let three = |name: &str| {
        [0, 1, 2]
            .map(|at| format!("{:.1}", search.get(name).and_then(|it| it.get(at)).and_then(Value::as_f64).unwrap_or_default()))
            .join(" / ")
    };

    let rows = [
        ("start to first answer, store loaded", format!("{starting:.3} s"), "≤ 0.2"),
        ("loading the demonstration once", format!("{loading:.2} s"), ""),
        ("memory idle", format!("{idle:.1} MiB"), "≤ 30"),
        ("memory after load", format!("{loaded:.1} MiB"), ""),
        ("opinion sent → on the last of 200 pages", hall.told(), ""),
        ("bare axum, 16 lines", format!("{:.0}/s, {:.3} ms CPU", bare.0.per_second(), bare.1), ""),
        ("class page, 16 lines", told(&class, &bare), "≥ 0.30"),
        ("difficulty page, 16 lines", told(&difficulty, &bare), "≥ 0.30"),
        ("bare disk flushes, one line", format!("{disk:.0}/s"), ""),
        (
            "check-ins kept, 64 lines",
            format!(
                "{:.0}/s = {:.1} × flushes; p50 {:.1} ms, p99 {:.1} ms",
                kept.per_second(),
                kept.per_second() / disk,
                kept.within(0.5),
                kept.within(0.99)
            ),
            "≥ 5, p99 ≤ 50 ms",
        ),
        ("search: 60,000 articles indexed", format!("{:.1} s, {:.0} MiB on disk", figure("index_seconds"), figure("disk_mib")), "≤ 120 s"),
        ("search: a question, p50 / p95 / p99", format!("{} ms", three("search_ms")), "p99 ≤ 10 ms"),
        ("search: a page with its counts", format!("{} ms", three("page_ms")), ""),
        ("search: opening again", format!("{:.0} ms", figure("open_ms")), "≤ 1000 ms"),
        (
            "search: memory",
            format!("{:.0} MiB to ask, {:.0} MiB at most while indexing", figure("memory_mib"), figure("indexing_peak_mib")),
            "",
        ),
    ];
    print("");
    for (what, found, aim) in &rows {
        print(&format!("{what:<40} {found:<58} {aim}"));
    }
    Ok(json!({
        "start_seconds": starting, "load_demo_seconds": loading, "idle_mib": idle, "loaded_mib": loaded,
        "hello_per_second": bare.0.per_second(), "hello_cpu_ms": bare.1,
        "class_per_second": class.0.per_second(), "class_cpu_ms": class.1, "class_ratio": class.0.per_second() / bare.0.per_second(),
        "difficulty_per_second": difficulty.0.per_second(), "difficulty_cpu_ms": difficulty.1,
        "difficulty_ratio": difficulty.0.per_second() / bare.0.per_second(),
        "flushes_per_second": disk, "check_ins_per_second": kept.per_second(), "check_in_ratio": kept.per_second() / disk,
        "check_in_p50_ms": kept.within(0.5), "check_in_p99_ms": kept.within(0.99),
        "hall_before_mib": hall.before, "hall_open_mib": hall.open, "hall_after_mib": hall.after,
        "hall_last_p50_ms": hall.last.within(0.5), "hall_last_max_ms": hall.last.within(1.0),
        "search": search,
        "pages": budgets.as_json(),
    }))
}

fn told(ours: &(Run, f64), bare: &(Run, f64)) -> String {
    let ratio = ours.0.per_second() / bare.0.per_second();
    format!(
        "{:.0}/s = {ratio:.2} of bare, {:.3} ms CPU ({:.2} of bare), p99 {:.1} ms",
        ours.0.per_second(),
        ours.1,
        bare.1 / ours.1,
        ours.0.within(0.99)
    )
}

/// A page under load: the run, and milliseconds of the server's processor time a request.
async fn ours(server: &Server, address: &str, path: String, cookie: String) -> Result<(Run, f64), Problem> {
    let before = server.processor()?;
    let run = load::run(address, 16, LENGTH, move |mut line: Line, _| {
        let (path, cookie) = (path.clone(), cookie.clone());
        async move {
            let answer = line.get(&path, Some(&cookie)).await?;
            if answer.status == 200 { Ok(line) } else { Err(Problem::new(format!("{path}: {}", answer.status))) }
        }
    })
    .await?;
    let each = (server.processor()? - before) / count(run.requests);
    Ok((run, each))
}

async fn bare(me: &Path) -> Result<(Run, f64), Problem> {
    let address = free_address()?;
    let server = Server::start(me, &["hello", &address], &address).await?;
    let result = ours(&server, &address, "/health".to_owned(), String::new()).await;
    server.stop().await?;
    result
}

/// How often this disk keeps two hundred bytes in a second, one after another.
fn flushes(folder: &Path) -> Result<f64, Problem> {
    let mut file = std::fs::File::create(folder.join("flushes"))?;
    let start = now();
    let mut n = 0;
    while start.elapsed() < LENGTH {
        file.write_all(&Chance::System.bytes::<32>().repeat(6))?;
        file.sync_data()?;
        n += 1;
    }
    Ok(count(n) / start.elapsed().as_secs_f64())
}

#[expect(clippy::print_stdout, reason = "the table is the answer")]
fn print(line: &str) {
    println!("{line}");
}
