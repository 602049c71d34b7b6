//! Bringing texts in: files or a paste, what was understood of each, corrected by the librarian and then kept.
//!
//! Everything brought travels in the form itself, so that nothing is lost whatever is wrong: each text has a number, and its fields end
//! with it (`number-0`).

use super::eye;
use crate::ground::dates::Date;
use crate::ground::{Invalid, Refused, Word};
use crate::policy::actions::{Brought, bring};
use crate::policy::bringing::encoding_name;
use crate::policy::citing::fold_number;
use crate::policy::document::Document;
use crate::policy::law::{Encoding, Fault, Format, Unreadable, convert, read_bytes};
use crate::policy::{NewDocument, NewText, store};
use crate::web::{Answer, Ask, Form, Sample, Shell, W, again, draw, page, see};
use askama::Template;

mod preview;

use preview::Preview;

/// More than a folder of decrees with their annexes.
pub(super) const MOST_BYTES: usize = 32 * 1024 * 1024;

/// A text on its way in.
#[derive(Clone, Debug, Default)]
struct Source {
    at: usize,
    file: String,
    format: String,
    encoding: String,
    text: String,
}

#[derive(Template)]
#[template(path = "policy/pages/import.html")]
struct ImportPage {
    s: Shell,
    paste: String,
    wrong: Vec<String>,
}

#[derive(Template)]
#[template(path = "policy/pages/import_preview.html")]
struct PreviewPage {
    s: Shell,
    heading: String,
    wrong: Vec<(String, String)>,
    /// Files that could not be read.
    unread: Vec<String>,
    /// What was kept already: address and name.
    kept: Vec<(String, String)>,
    previews: Vec<Preview>,
}

fn shell(ask: &Ask) -> Shell {
    ask.shell(ask.w().t("import-title")).crumb("/documents", ask.w().t("documents-menu"))
}

pub(super) async fn form(ask: Ask) -> Answer {
    page(&ImportPage { s: shell(&ask), paste: String::new(), wrong: Vec::new() })
}

pub(super) async fn brought(ask: Ask, form: Form) -> Answer {
    let w = ask.w();
    let (mut sources, unread) = sources(&w, &form);
    let mut known = store::documents(ask.db()).await?;
    if sources.is_empty() {
        let wrong = if unread.is_empty() { vec![w.t("import-nothing")] } else { unread };
        return again(&ImportPage { s: shell(&ask), paste: form.raw("paste").to_owned(), wrong });
    }
    let keeping = form.raw("step") == "keep";
    let deed = ask.deed(&form);
    let mut kept: Vec<(String, String)> = Vec::new();
    let mut wrongs: Vec<(usize, Invalid)> = Vec::new();
    let mut left = 0;
    if keeping {
        sources.retain(|it| form.ticked(&format!("take-{}", it.at)));
        if sources.is_empty() {
            return see("/documents");
        }
        let mut again = Vec::new();
        for source in sources {
            let part = deed.part(&format!("bring/{}", source.at));
            let known_as = same(&known, &form, &source).filter(|it| it.id != crate::ground::child_id(&part.id, "document"));
            let outcome = match asked(&form, &source, known_as) {
                Ok(new) => bring(ask.db(), &ask.actor, &part, new).await,
                Err(wrong) => Err(wrong.into()),
            };
            match outcome {
                Ok((id, done)) => {
                    left += done.left;
                    kept.push((format!("/documents/{id}"), form.line(&format!("number-{}", source.at))));
                }
                Err(Refused::Invalid(wrong)) => {
                    wrongs.push((source.at, wrong));
                    again.push(source);
                }
                Err(refused) => return Err(refused.into()),
            }
        }
        if again.is_empty() {
            return match kept.as_slice() {
                [(path, _)] if left > 0 => see(format!("{path}?done=text-kept-left")),
                [(path, _)] => see(format!("{path}?done=text-kept")),
                _ => see("/documents?done=texts-kept"),
            };
        }
        known = store::documents(ask.db()).await?;
        sources = again;
    }
    let with_text = format!(",{},", known.iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(","));
    let with_text = store::with_text(ask.db(), &with_text).await?;
    let previews: Vec<Preview> = sources
        .iter()
        .map(|it| {
            let wrong = wrongs.iter().find(|(at, _)| *at == it.at).map(|it| &it.1);
            Preview::of(&w, it, &form, same(&known, &form, it), &known, &with_text, wrong)
        })
        .collect();
    let page = PreviewPage {
        heading: w.n("import-read-heading", previews.len()),
        wrong: previews.iter().flat_map(Preview::wrongs).collect(),
        unread,
        kept,
        previews,
        s: shell(&ask),
    };
    if page.wrong.is_empty() { crate::web::page(&page) } else { again(&page) }
}

/// The texts that the form carries, and the files that came with it; and what could not be read.
fn sources(w: &W, form: &Form) -> (Vec<Source>, Vec<String>) {
    let mut out: Vec<Source> = Vec::new();
    let mut unread = Vec::new();
    for (name, value) in form.pairs() {
        let Some(at) = name.strip_prefix("text-").and_then(|it| it.parse::<usize>().ok()) else { continue };
        if out.iter().all(|it| it.at != at) && out.len() < 100 {
            let text = form.list(&format!("convert-{at}")).iter().fold(lines(value), |text, name| converted(&text, name));
            let raw = |field: &str| form.line(&format!("{field}-{at}"));
            out.push(Source { at, file: raw("file"), format: raw("format"), encoding: raw("encoding"), text });
        }
    }
    let mut next = out.iter().map(|it| it.at + 1).max().unwrap_or_default();
    for file in form.files("files") {
        match read_bytes(&file.bytes) {
            Ok(read) => {
                let format = match read.format {
                    Format::Docx => "docx",
                    Format::Html => "html",
                    Format::Plain => "plain",
                };
                let text = lines(&read.text);
                out.push(Source { at: next, file: file.name.clone(), format: format.into(), encoding: read.charset.into(), text });
                next += 1;
            }
            Err(error) => unread.push(w.xy("import-unread", &file.name, complaint(w, error))),
        }
    }
    let paste = lines(form.raw("paste"));
    if !paste.trim().is_empty() {
        out.push(Source { at: next, format: "paste".into(), text: paste, ..Source::default() });
    }
    (out, unread)
}

/// The ends of lines as one sign; the one character that no store takes is left out.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\0', "")
}

const ENCODINGS: [Encoding; 4] = [Encoding::Tcvn3, Encoding::Vni, Encoding::Decomposed, Encoding::LookAlikes];

fn converted(text: &str, name: &str) -> String {
    ENCODINGS.into_iter().find(|it| encoding_name(*it) == name).map_or_else(|| text.to_owned(), |it| convert(text, it))
}

fn complaint(w: &W, error: Unreadable) -> String {
    let why = w.t(match error.why {
        Fault::Missing | Fault::Empty => "import-fault-empty",
        Fault::OldWord => "import-fault-old-word",
        Fault::Rtf => "import-fault-rtf",
        Fault::Pdf => "import-fault-pdf",
        Fault::NotWord => "import-fault-not-word",
        Fault::Broken => "import-fault-broken",
        Fault::TooBig => "import-fault-too-big",
        Fault::NotText => "import-fault-not-text",
    });
    if error.line == 0 { why } else { w.xy("import-fault-line", error.line, why) }
}

/// The document of the library that has the number which stands in the form, or in the text while the form has none.
fn same<'a>(known: &'a [Document], form: &Form, source: &Source) -> Option<&'a Document> {
    let typed = form.line(&format!("number-{}", source.at));
    let number = if form.pairs().iter().any(|(name, _)| *name == format!("number-{}", source.at)) {
        typed
    } else {
        crate::policy::law::parse(&source.text).front.number.unwrap_or_default()
    };
    let (fold, issued) = (fold_number(&number), Date::read(&form.line(&format!("issued_on-{}", source.at))).map(Date::iso).ok());
    let mut found: Vec<&Document> = known.iter().filter(|it| !fold.is_empty() && fold_number(&it.number) == fold).collect();
    // One number may stand for documents of several years.
    if let Some(issued) = issued
        && found.iter().any(|it| it.issued_on.as_deref() == Some(issued.as_str()))
    {
        found.retain(|it| it.issued_on.as_deref() == Some(issued.as_str()));
    }
    found.into_iter().next()
}

/// What the form asks to keep of one text.
fn asked(form: &Form, source: &Source, known: Option<&Document>) -> Result<Brought, Invalid> {
    let field = |name: &str| form.line(&format!("{name}-{}", source.at));
    if let Some(known) = known
        && field("into") != known.id
    {
        let mut wrong = Invalid::default();
        wrong.add("into", Word::new("import-confirm").with("x", known.name()));
        return Err(wrong);
    }
    let checked_on = field("checked_on");
    let document = NewDocument {
        id: known.map(|it| it.id.clone()),
        number: field("number"),
        kind: field("kind"),
        issuer: field("issuer"),
        title: field("title"),
        issued_on: field("issued_on"),
        effective_on: field("effective_on"),
        expires_on: known.and_then(|it| eye(it.expires_on.as_deref())).unwrap_or_default(),
        mark: field("mark"),
        dates_mark: known.filter(|it| it.mark.name() == field("mark")).map_or_else(|| field("mark"), |it| it.dates_mark.name().to_owned()),
        source: field("source"),
        checked_on,
        note: known.map(|it| it.note.clone()).unwrap_or_default(),
    };
    let text = NewText {
        file_name: source.file.clone(),
        format: source.format.clone(),
        encoding: source.encoding.clone(),
        text: source.text.clone(),
    };
    Ok(Brought { document, text, carry: form.ticked(&format!("carry-{}", source.at)) })
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let document = super::shown::sample_document();
    let text = "Số: 00/2022/NĐ-CP\nNGHỊ ĐỊNH\nSửa đổi Nghị định số 01/2018/NĐ-CP\nÐiều 1. Sửa đổi Nghị định số 01/2018/NĐ-CP\n1. Bãi bỏ Điều 3.\n\
        7. Theo khoản 9 Điều 1 và Điều 4 Luật Đất đai.\n";
    let source = Source { file: "….docx".into(), format: "docx".into(), encoding: "UTF-8".into(), text: text.into(), at: 0 };
    let form = Form::from_pairs([("number-0", "00/2022/NĐ-CP"), ("issued_on-0", "…")]);
    let known = [document.clone()];
    let mut wrong = Invalid::field("issued_on", "policy-day-unreadable");
    wrong.add("into", Word::new("import-confirm").with("x", document.name()));
    let preview = |wrong| Preview::of(&s.w, &source, &form, Some(&document), &known, std::slice::from_ref(&document.id), wrong);
    let full = PreviewPage {
        s: s.clone(),
        heading: s.w.n("import-read-heading", 1),
        wrong: preview(Some(&wrong)).wrongs(),
        unread: vec![s.w.xy("import-unread", "….doc", complaint(&s.w, Unreadable { why: Fault::OldWord, line: 3 }))],
        kept: vec![("/documents".into(), "…".into())],
        previews: vec![preview(Some(&wrong)), preview(None)],
    };
    vec![
        draw("import", &ImportPage { s: s.clone(), paste: "…".into(), wrong: vec![s.w.t("import-nothing")] }),
        draw("import_preview", &full),
    ]
}
