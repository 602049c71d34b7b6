//! The real documents. Counted by eye and by another reading of the same text.

use super::whole;
use crate::policy::law::{Counts, Document, Level, Named, counts, find, parse, read_file};
use std::path::PathBuf;

fn real(name: &str) -> (String, Document) {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "demo", "texts", name].iter().collect();
    let text = read_file(&path).unwrap().text;
    let document = parse(&text);
    whole(&text, &document);
    (text, document)
}

#[test]
fn nd_27_2022() {
    let (text, document) = real("nd-27-2022.txt");
    // The compilation leaves out Điều 29, and chapters; clause 1 of Điều 25 is written `1 .`.
    let wanted = Counts { articles: 41, clauses: 183, points: 211, ..Counts::default() };
    assert_eq!(counts(&document), wanted);
    let own =
        document.citations(&text).into_iter().flat_map(|it| it.targets).filter(|it| it.document == Named::This && it.article.is_some());
    let missing: Vec<_> = own.filter(|it| find(&document, it).is_none()).collect();
    assert_eq!(missing, [], "every citation of its own articles is found");
}

#[test]
fn tt_02_2022() {
    let (_, document) = real("tt-02-2022-ubdt.txt");
    let wanted = Counts { articles: 85, clauses: 220, points: 144, ..Counts::default() };
    assert_eq!(counts(&document), wanted);
}

#[test]
fn nd_30_2020() {
    let (text, document) = real("nd-30-2020.docx");
    let wanted = Counts { chapters: 7, sections: 5, articles: 38, clauses: 116, points: 94, bases: 2, ..Counts::default() };
    assert_eq!(counts(&document), wanted);
    let front = &document.front;
    assert_eq!((front.number.as_deref(), front.date), (Some("30/2020/NĐ-CP"), Some((2020, 3, 5))));
    assert_eq!(front.title.map(|it| it.of(&text)), Some("Về công tác văn thư"));
    assert_eq!(document.signer.and_then(|it| it.name).map(|it| it.of(&text)), Some("Nguyễn Xuân Phúc"));
    assert_eq!(document.recipients.len(), 24);
    assert!(document.doubts.is_empty(), "{:?}", document.doubts);
}

#[test]
fn its_first_annex_is_kept_whole() {
    let (text, document) = real("nd-30-2020-phuluc1.docx");
    let annex = document.root.children.first().unwrap();
    assert_eq!((document.root.children.len(), annex.level, annex.number.as_str()), (1, Level::Annex, "I"));
    assert_eq!(annex.own.len_of(&text), text.trim().len());
}

/// Length of what it says, without blanks at the ends.
trait Length {
    fn len_of(self, text: &str) -> usize;
}

impl Length for crate::policy::law::Span {
    fn len_of(self, text: &str) -> usize {
        self.of(text).trim().len()
    }
}

#[test]
fn noise_changes_no_count() {
    use unicode_normalization::UnicodeNormalization;
    let (text, document) = real("tt-02-2022-ubdt.txt");
    let wanted = counts(&document);
    let cited = document.citations(&text).len();
    let old_d = text.replace('Đ', "Ð").replace('đ', "ð");
    let close: String =
        text.lines().map(|line| line.replacen(". ", ".", usize::from(line.starts_with(|c: char| c.is_ascii_digit()))) + "\n").collect();
    let dots: String = text
        .lines()
        .map(|line| if line.chars().nth(1) == Some(')') { line.replacen(')', ".", 1) } else { line.to_owned() } + "\n")
        .collect();
    let spaced: String = text.lines().flat_map(|line| ["\u{A0} ".to_owned(), line.replace("Điều ", "Điều  "), "\r\n".to_owned()]).collect();
    for noisy in [text.nfd().collect(), old_d, close, dots, spaced] {
        let document = parse(&noisy);
        whole(&noisy, &document);
        assert_eq!((counts(&document), document.citations(&noisy).len()), (wanted, cited));
    }
}
