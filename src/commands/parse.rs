//! `nguon parse`: a legal document as the reading of the law sees it, for checking by eye or for another program.

use super::{Failed, say};
use nguon::policy::law::{Fault, Unreadable, amendments, counts, oddities, outline, parse, read_file};
use std::path::Path;
use std::process::ExitCode;

pub(super) fn parse_file(file: &Path, as_outline: bool) -> Result<ExitCode, Failed> {
    let read = read_file(file).map_err(|error| Failed::Said(complaint(error)))?;
    let document = parse(&read.text);
    if as_outline {
        for oddity in oddities(&read.text) {
            say(&format!(
                "{:?}: {} dòng · lines, dòng đầu · first {}: {} → {}",
                oddity.encoding, oddity.lines, oddity.line, oddity.sample, oddity.converted
            ));
        }
        say(outline(&read.text, &document).trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    let whole = serde_json::json!({
        "format": read.format,
        "charset": read.charset,
        "oddities": oddities(&read.text),
        "counts": counts(&document),
        "document": document,
        "amendments": amendments(&read.text, &document),
        "citations": document.citations(&read.text),
        "text": read.text,
    });
    say(&serde_json::to_string_pretty(&whole)?);
    Ok(ExitCode::SUCCESS)
}

/// In both languages, with the line where there is one.
fn complaint(error: Unreadable) -> String {
    let what = match error.why {
        Fault::Missing => "Không mở được tệp. · The file cannot be opened.",
        Fault::OldWord => "Tệp Word đời cũ (.doc): hãy mở bằng Word và lưu thành .docx. · An old Word file: save it as .docx.",
        Fault::Rtf => "Tệp RTF: hãy lưu thành .docx. · An RTF file: save it as .docx.",
        Fault::Pdf => "Tệp PDF: cần bản .docx, HTML hoặc văn bản thuần. · A PDF: bring it as .docx, HTML or plain text.",
        Fault::NotWord => "Không phải tệp Word còn nguyên vẹn. · Not a whole Word file.",
        Fault::Broken => "Nội dung tệp bị hỏng. · What the file holds is broken.",
        Fault::TooBig => "Tệp quá lớn (trên 64 MB). · The file is too big.",
        Fault::NotText => "Không phải chữ. · Not text.",
        Fault::Empty => "Tệp không có nội dung. · The file is empty.",
    };
    if error.line == 0 { what.to_owned() } else { format!("Dòng {0} · line {0}: {what}", error.line) }
}
