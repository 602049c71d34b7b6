//! Any text: nothing panics, nothing is lost. Random letters, random bytes, and real words in random order.

use super::whole;
use crate::policy::law::{Context, Encoding, amendments, apply, citations, convert, oddities, outline, parse, read_bytes};
use proptest::prelude::*;

const WORDS: [&str; 72] = [
    "Điều ",
    "Ðiều ",
    "điều ",
    "Khoản ",
    "khoản ",
    "điểm ",
    "Chương ",
    "CHƯƠNG ",
    "Phần thứ ",
    "Mục ",
    "Tiểu mục ",
    "1",
    "2",
    "7a",
    "10",
    "II",
    "V",
    "a",
    "b",
    "đ",
    "d",
    ". ",
    ") ",
    ": ",
    "; ",
    ", ",
    " và ",
    " đến ",
    "-",
    "/",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\t",
    "“",
    "”",
    "\"",
    "«",
    "»",
    " ",
    "nhất",
    "này",
    " của ",
    "Nghị định ",
    "Nghị định này",
    "số ",
    "27/2022/NĐ-CP",
    "34 /2019/TT - BTC",
    "Luật ",
    "Luật Đất đai",
    "Thông tư ",
    "NĐ ",
    "Phụ lục ",
    "PHỤ LỤC I",
    "Mẫu số 01",
    "Nơi nhận:",
    "TM. CHÍNH PHỦ",
    "QUY CHẾ",
    "Căn cứ ",
    "Sửa đổi, bổ sung ",
    "Bổ sung ",
    "Bãi bỏ ",
    "Thay thế cụm từ ",
    " bằng cụm từ ",
    " như sau:",
    " vào sau ",
    "được sửa đổi, bổ sung",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: ",
    "tên",
    "e\u{302}\u{301}",
];

fn all(text: &str) {
    let document = parse(text);
    whole(text, &document);
    let inside = |span: crate::policy::law::Span| assert!(text.get(span.start..span.end).is_some(), "{span:?}");
    for citation in document.citations(text).into_iter().chain(citations(text, &Context::this())) {
        inside(citation.span);
        assert!(!citation.targets.is_empty());
    }
    for amendment in amendments(text, &document) {
        for span in [amendment.new_text, amendment.old_phrase, amendment.new_phrase, Some(amendment.instruction)].into_iter().flatten() {
            inside(span);
        }
        let _ = apply(text, &amendment, text);
    }
    for node in document.nodes() {
        [Some(node.label), node.title, Some(node.own), Some(node.span)].into_iter().flatten().for_each(inside);
    }
    document.doubts.iter().for_each(|it| inside(it.at));
    document.quotes.iter().copied().for_each(inside);
    // What the library keeps of it: no letter is lost on the way to its parts and back.
    let kept = crate::policy::wording::parts(text, &document);
    let letters = |text: &str| text.chars().filter(|c| !crate::policy::law::is_blank(*c)).collect::<String>();
    let parts: String = kept.iter().map(|it| letters(&it.label) + &letters(&it.title) + &letters(&it.body)).collect();
    assert_eq!(parts, letters(text));
    let _ = outline(text, &document);
    let _ = oddities(text);
    for encoding in [Encoding::Tcvn3, Encoding::Vni, Encoding::Decomposed, Encoding::LookAlikes] {
        let _ = convert(text, encoding);
    }
}

proptest! {
    // 256 cases each; `PROPTEST_CASES=20000` for a long run.
    #![proptest_config(ProptestConfig::default())]

    #[test]
    fn any_letters(text in "(?s).{0,300}") {
        all(&text);
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        all(&String::from_utf8_lossy(&bytes));
        let _ = read_bytes(&bytes);
    }

    #[test]
    fn words_of_the_law(picks in proptest::collection::vec(0..WORDS.len(), 0..60)) {
        let text: String = picks.iter().filter_map(|&at| WORDS.get(at).copied()).collect();
        all(&text);
    }

    #[test]
    fn broken_pages(picks in proptest::collection::vec(0..WORDS.len(), 0..20), cut in 0..400_usize) {
        let tags = ["<p>", "</p", "<table><tr><td>", "<ol type=a start=3>", "<li>", "&amp;", "&#x1EA1;", "<script>", "<!--", "<br", ">", "<a href=\"x>y\">"];
        let page: String = picks.iter().flat_map(|&at| [tags.get(at % tags.len()).copied(), WORDS.get(at).copied()]).flatten().collect();
        let page = format!("<html><body>{page}");
        let cut: String = page.chars().take(cut).collect();
        if let Ok(read) = read_bytes(cut.as_bytes()) {
            all(&read.text);
        }
    }
}

/// A small fuzzer: real documents with pieces taken out, doubled and moved.
#[test]
fn documents_torn_apart() {
    let seeds = [include_str!("trees.rs"), include_str!("amending.rs"), include_str!("citing.rs")];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below.max(1)).unwrap()).unwrap()
    };
    let rounds = usize::try_from(ProptestConfig::default().cases).unwrap() / 4;
    for round in 0..rounds {
        let letters: Vec<char> = seeds[round % seeds.len()].chars().collect();
        let from = next(letters.len());
        let mut torn: Vec<char> = letters.into_iter().skip(from).take(1500).collect();
        for _ in 0..12 {
            let (a, b) = (next(torn.len()), next(torn.len()));
            match next(3) {
                0 => torn.swap(a, b),
                1 => {
                    let (a, b) = (a.min(b), a.max(b).min(a.min(b) + 40));
                    torn.drain(a..b);
                }
                _ => {
                    let piece: Vec<char> = torn.iter().skip(a).take(30).copied().collect();
                    torn.splice(b..b, piece);
                }
            }
        }
        all(&torn.into_iter().collect::<String>());
    }
}
