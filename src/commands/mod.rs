//! What a person types: serve, demo, import, check, backup, restore, parse. Each says in Vietnamese and English what it does.

#![expect(clippy::doc_markdown, reason = "these comments are the help that a person reads in a terminal")]

mod parse;
mod serve;

use clap::{Args, Parser, Subcommand};
use nguon::db::{Access, Blobs, Db, Deed, OpenError, Shelf, Store, beside};
use nguon::ground::{Chance, Clock, Problem, new_id};
use nguon::search::Index;
use nguon::{demo, house, settings};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Nguồn: lớp tập huấn mà mọi vướng mắc đều được tháo gỡ.
///
/// Nguồn: training classes whose every difficulty is untangled.
#[derive(Parser)]
#[command(name = "nguon", version, arg_required_else_help = true)]
struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Chạy máy chủ · Serve the pages
    ///
    /// Mở kho dữ liệu (tự tạo nếu chưa có) và phục vụ tại một địa chỉ của máy này.
    /// Opens the store (made if there is none) and serves it at an address of this machine.
    #[command(verbatim_doc_comment)]
    Serve {
        #[command(flatten)]
        place: Place,
        /// Địa chỉ phục vụ, mặc định 127.0.0.1:8135 · The address to listen on [NGUON_ADDR]
        #[arg(long, value_name = "HOST:PORT")]
        addr: Option<String>,
        /// Nạp dữ liệu minh họa nếu kho còn trống · Load the demonstration if the store is empty
        #[arg(long)]
        demo: bool,
    },
    /// Nạp dữ liệu minh họa · Load the demonstration
    ///
    /// Nạp hai lớp minh họa (Phú Thọ, Sơn La) vào kho còn trống; đã nạp rồi thì thôi.
    /// Loads the two demonstration classes into an empty store, once.
    #[command(verbatim_doc_comment)]
    Demo {
        #[command(flatten)]
        place: Place,
    },
    /// Nhập dữ liệu · Import data
    ///
    /// Nhập danh mục đơn vị hành chính từ thư mục có units.csv, successors.csv, province_successors.csv.
    /// Imports administrative units from a folder with these three files.
    #[command(verbatim_doc_comment)]
    Import {
        #[command(flatten)]
        place: Place,
        /// Thư mục dữ liệu · The folder
        folder: PathBuf,
    },
    /// Đối chiếu nhật ký với các bảng · Check the journal against the tables
    ///
    /// Phát lại toàn bộ nhật ký vào một kho tạm rồi so từng bảng. Khớp: mã thoát 0; lệch: in dòng khác nhau, mã thoát 1.
    /// Replays the whole journal into a scratch store and compares every table. Alike: exit 0; otherwise the rows that differ, exit 1.
    #[command(verbatim_doc_comment)]
    Check {
        #[command(flatten)]
        place: Place,
    },
    /// Sao lưu khi đang chạy · Back up while serving
    ///
    /// Ghi toàn bộ kho thành một tệp SQLite, kể cả khi máy chủ đang chạy, từ SQLite hay PostgreSQL đều được; ảnh ở thư mục bên cạnh.
    /// Writes the whole store as one SQLite file, also while the server runs, from either engine; photos in a folder beside it.
    #[command(verbatim_doc_comment)]
    Backup {
        #[command(flatten)]
        place: Place,
        /// Tệp sao lưu, phải chưa có · The file, which must not exist yet
        file: PathBuf,
    },
    /// Lập lại chỉ mục tìm kiếm · Build the search index anew
    ///
    /// Đọc lại toàn bộ kho; máy chủ tự theo nhật ký, chỉ cần lệnh này khi chỉ mục hỏng. Hãy dừng máy chủ trước.
    /// Reads the whole store again. The server follows the journal by itself; this is for an index that went bad. Stop the server first.
    #[command(verbatim_doc_comment)]
    Reindex {
        #[command(flatten)]
        place: Place,
    },
    /// Đo độ chính xác của tìm kiếm · Measure the search
    ///
    /// Lập chỉ mục một tập điều luật (mỗi dòng một JSON: id, title, text), hỏi từng câu (qid, text, gold), in độ phủ, MRR và mili giây.
    /// Indexes a corpus of articles, asks every query with the ranking of the search page, prints recall, MRR and milliseconds.
    #[command(verbatim_doc_comment)]
    SearchEval {
        /// Tập điều luật · The articles
        corpus: PathBuf,
        /// Các câu hỏi · The queries
        queries: PathBuf,
        /// Bỏ dấu khỏi câu hỏi · Strip every diacritic from the queries
        #[arg(long)]
        strip_diacritics: bool,
    },
    /// Khôi phục từ bản sao lưu · Restore from a backup
    ///
    /// Nạp một tệp sao lưu vào kho còn trống, SQLite hoặc PostgreSQL.
    /// Fills an empty store, SQLite or PostgreSQL, from a backup.
    #[command(verbatim_doc_comment)]
    Restore {
        #[command(flatten)]
        place: Place,
        /// Tệp sao lưu · The backup
        file: PathBuf,
    },
    /// Đọc một văn bản pháp luật · Read a legal document
    ///
    /// Đọc tệp .docx, HTML hoặc văn bản thuần; in cấu trúc điều, khoản, điểm, các sửa đổi và viện dẫn. Không cần kho dữ liệu.
    /// Reads .docx, HTML or plain text; prints its tree, what it amends and what it cites. Needs no store.
    #[command(verbatim_doc_comment)]
    Parse {
        /// Tệp văn bản · The document
        file: PathBuf,
        /// In cho người đọc thay vì JSON · For people instead of JSON
        #[arg(long)]
        outline: bool,
    },
}

/// Where the store is.
#[derive(Args)]
struct Place {
    /// Thư mục dữ liệu, mặc định ./data · The data folder [NGUON_DATA]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Địa chỉ PostgreSQL thay cho thư mục · A PostgreSQL instead of the folder [NGUON_DATABASE]
    #[arg(long, value_name = "postgres://…")]
    database: Option<String>,
}

impl Place {
    fn store(self) -> Store {
        settings::store(self.data, self.database)
    }
}

/// Why a command ended badly: one line for the person.
enum Failed {
    Said(String),
    Problem(Problem),
}

impl<E: Into<Problem>> From<E> for Failed {
    fn from(problem: E) -> Self {
        Self::Problem(problem.into())
    }
}

/// Runs the command that was typed.
pub(crate) fn run() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_new(settings::variable("NGUON_LOG").unwrap_or_else(|| "info".into()));
    tracing_subscriber::fmt().with_env_filter(filter.unwrap_or_default()).with_writer(std::io::stderr).init();
    let command = Command::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(carry_out(command.verb)),
        Err(error) => Err(error.into()),
    };
    match outcome {
        Ok(code) => code,
        Err(Failed::Said(line)) => complain(&line),
        Err(Failed::Problem(problem)) => complain(&format!("Không thực hiện được · It could not be done: {problem}")),
    }
}

async fn carry_out(verb: Verb) -> Result<ExitCode, Failed> {
    match verb {
        Verb::Serve { place, addr, demo } => serve::serve(&place.store(), &settings::address(addr), demo).await,
        Verb::Demo { place } => {
            let store = place.store();
            let (db, blobs) = (open(&store, Access::Write).await?, Blobs::open(&settings::shelf(&store))?);
            let app = house::furnish(db, blobs, Clock::System, Chance::System).await?;
            say(if demo::load(&app).await? {
                "Đã nạp dữ liệu minh họa. · The demonstration is loaded."
            } else {
                "Kho đã có dữ liệu. · The store is not empty."
            });
            Ok(ExitCode::SUCCESS)
        }
        Verb::Import { place, folder } => import(&open(&place.store(), Access::Write).await?, &folder).await,
        Verb::Check { place } => {
            let store = place.store();
            let db = open(&store, Access::Read).await?;
            check(&db, &Blobs::open(&settings::shelf(&store))?).await
        }
        Verb::Backup { place, file } => {
            let store = place.store();
            let db = open(&store, Access::Read).await?;
            db.backup(&file).await?;
            let kept = beside(&file);
            // The rows are copied first: what they name was written before them.
            let missing = match db.blobs_named().await?.len() {
                0 => Vec::new(),
                _ => db.copy_blobs(&Blobs::open(&settings::shelf(&store))?, &Blobs::open(&Shelf::Folder(kept.clone()))?).await?,
            };
            say(&format!("Đã sao lưu vào {0} · Backed up into {0}", file.display()));
            if kept.is_dir() {
                say(&format!("Ảnh ở thư mục {0}: mang theo cùng tệp. · Photos are in {0}: keep it beside the file.", kept.display()));
            }
            without(&missing);
            Ok(ExitCode::SUCCESS)
        }
        Verb::Reindex { place } => {
            let store = place.store();
            let index = Index::open(open(&store, Access::Read).await?, Clock::System, Some(&settings::index(&store)))?;
            index.rebuild().await?;
            say(&format!("Đã lập chỉ mục {0} mục. · {0} entries indexed.", index.entries()));
            Ok(ExitCode::SUCCESS)
        }
        Verb::SearchEval { corpus, queries, strip_diacritics } => {
            let read = |file: &Path| std::fs::read_to_string(file).map_err(|error| Failed::Said(format!("{}: {error}", file.display())));
            let (corpus, queries) = (read(&corpus)?, read(&queries)?);
            say(&nguon::search::eval::measure(&corpus, &queries, strip_diacritics)?.to_string());
            Ok(ExitCode::SUCCESS)
        }
        Verb::Restore { place, file } => {
            let store = place.store();
            let db = open(&store, Access::Write).await?;
            db.restore(&file).await?;
            let kept = beside(&file);
            let missing = if kept.is_dir() {
                db.copy_blobs(&Blobs::open(&Shelf::Folder(kept))?, &Blobs::open(&settings::shelf(&store))?).await?
            } else {
                db.blobs_missing(&Blobs::open(&settings::shelf(&store))?).await?
            };
            say("Đã khôi phục. · Restored.");
            without(&missing);
            Ok(ExitCode::SUCCESS)
        }
        Verb::Parse { file, outline } => parse::parse_file(&file, outline),
    }
}

async fn open(store: &Store, access: Access) -> Result<Db, Failed> {
    house::open_store(store, access, &Clock::System, &Chance::System).await.map_err(|error| match error {
        OpenError::InUse(folder) => Failed::Said(format!(
            "Thư mục {0} đang được một tiến trình Nguồn khác sử dụng. Hãy dừng tiến trình đó, hoặc chọn thư mục khác bằng --data.\n\
             The folder {0} is in use by another Nguồn process. Stop it, or choose another folder by --data.",
            folder.display()
        )),
        OpenError::Problem(problem) => Failed::Problem(problem),
    })
}

async fn import(db: &Db, folder: &Path) -> Result<ExitCode, Failed> {
    let deed = Deed { id: new_id(&Clock::System, &Chance::System), actor: None, on_behalf: None, at: Clock::System.now() };
    let counts = nguon::places::import_folder(db, &deed, folder).await?;
    let (units, successors, changed) = (counts.units, counts.successors, counts.changed);
    say(&format!("{units} đơn vị, {successors} quan hệ kế thừa; {changed} mục mới hoặc đổi. · units, successions; new or changed."));
    Ok(ExitCode::SUCCESS)
}

/// Names the blobs that are not there.
fn without(missing: &[String]) {
    for name in missing.iter().take(200) {
        say(&format!("Thiếu ảnh · A photo is missing: {name}"));
    }
}

async fn check(db: &Db, blobs: &Blobs) -> Result<ExitCode, Failed> {
    let report = db.check().await?;
    let missing = db.blobs_missing(blobs).await?;
    say(&format!("{} sự kiện, {} bảng, {} dòng · events, tables, rows", report.events, report.tables, report.rows));
    for difference in report.differences.iter().take(200) {
        let side = if difference.in_store {
            "chỉ có trong kho · only in the store"
        } else {
            "chỉ có khi phát lại · only from the journal"
        };
        say(&format!("{} ({side}): {}", difference.table, difference.row));
    }
    without(&missing);
    if report.differences.is_empty() && missing.is_empty() {
        say("Khớp. · Alike.");
        return Ok(ExitCode::SUCCESS);
    }
    if !missing.is_empty() {
        say(&format!("Thiếu hoặc hỏng {0} ảnh. · {0} photos are missing or damaged.", missing.len()));
    }
    say(&format!("Lệch {} dòng. · {} rows differ.", report.differences.len(), report.differences.len()));
    Ok(ExitCode::FAILURE)
}

#[expect(clippy::print_stdout, reason = "a command answers on standard output")]
fn say(line: &str) {
    println!("{line}");
}

#[expect(clippy::print_stderr, reason = "a command complains on standard error")]
fn complain(line: &str) -> ExitCode {
    eprintln!("{line}");
    ExitCode::FAILURE
}
