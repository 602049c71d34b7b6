use super::*;
use crate::policy::law::{parse, read_file};
use std::path::PathBuf;

fn wordings(text: &str) -> Vec<Wording> {
    let parts = parts(text, &parse(text));
    let row = |it: Part| Wording {
        level: it.level,
        article: it.article,
        clause: it.clause,
        point: it.point,
        label: it.label,
        title: it.title,
        body: it.body,
        sort: it.sort,
        ..Wording::default()
    };
    parts.into_iter().map(row).collect()
}

/// The text made of its parts has the same parts; they are in order, and no word is lost.
fn comes_back(text: &str, in_order: bool) {
    let mut kept = wordings(text);
    let words = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(words(&text_of(&kept)), words(text), "no word is lost");
    if in_order {
        assert!(kept.is_sorted_by(|a, b| a.sort < b.sort), "{:#?}", kept.iter().map(|it| &it.sort).collect::<Vec<_>>());
    }
    // As they come from the store.
    kept.sort_by(|a, b| a.sort.cmp(&b.sort));
    let provisions = |all: &[Wording]| all.iter().filter(|it| it.is_provision()).cloned().collect::<Vec<_>>();
    for (one, other) in provisions(&kept).iter().zip(provisions(&wordings(&text_of(&kept)))) {
        assert_eq!(*one, other);
    }
}

const SMALL: &str = "CHÍNH PHỦ\nSố: 01/2021/NĐ-CP\nHà Nội, ngày 04 tháng 01 năm 2021\nNGHỊ ĐỊNH\nVề đăng ký\nCăn cứ Luật Tổ chức Chính phủ;\n\
    Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\nNghị định này quy định về đăng ký.\nĐiều 2. Đối tượng\n1. Cá nhân:\na) Người lớn;\n\
    d) Người già;\nđ) Người khác.\n2. Tổ chức.\nChương II\nTHI HÀNH\nĐiều 3. Hiệu lực\nCó hiệu lực từ ngày ký.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\
    Nguyễn Văn A\nPHỤ LỤC I\nDanh mục\nMột | Hai\n";

#[test]
fn a_text_comes_back_from_its_parts() {
    comes_back(SMALL, true);
    let kept = wordings(SMALL);
    let at = |article: &str, clause: &str, point: &str| {
        kept.iter().find(|it| (it.article.as_str(), it.clause.as_str(), it.point.as_str()) == (article, clause, point)).unwrap()
    };
    assert_eq!((at("1", "", "").label.as_str(), at("1", "", "").title.as_str()), ("Điều 1.", "Phạm vi điều chỉnh"));
    assert_eq!(at("1", "", "").body, "Nghị định này quy định về đăng ký.");
    assert_eq!((at("2", "1", "đ").anchor().as_str(), at("2", "1", "đ").text().as_str()), ("k1-đ", "Người khác."));
    let chapter = kept.iter().find(|it| it.level == "chapter" && it.label == "Chương II").unwrap();
    assert!(chapter.sort > at("2", "2", "").sort && chapter.sort < at("3", "", "").sort);
    assert!(kept.iter().any(|it| it.level == "annex" && !it.is_provision()));
}

#[test]
fn what_is_issued_with_a_document_has_articles_of_its_own() {
    let text = "THỦ TƯỚNG CHÍNH PHỦ\nSố: 41/2016/QĐ-TTg\nQUYẾT ĐỊNH\nBan hành Quy chế\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế quản lý.\n\
        Điều 2. Quyết định này có hiệu lực từ ngày ký.\nTHỦ TƯỚNG\nNguyễn Xuân A\nQUY CHẾ\nQuản lý chương trình\n\
        (Ban hành kèm theo Quyết định số 41/2016/QĐ-TTg)\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Một.\n2. Hai.\nĐiều 2. Đối tượng\nMọi người.\n";
    comes_back(text, true);
    let articles: Vec<String> = wordings(text).into_iter().filter(|it| it.level == "article").map(|it| it.article).collect();
    assert_eq!(articles, ["1", "2", "kt1", "kt2"]);
    assert_eq!((split_article("kt12"), join_article(1, "12").as_str()), ((1, "12"), "kt12"));
    assert_eq!(split_article("7a"), (0, "7a"));
}

#[test]
fn real_texts_come_back() {
    for name in ["nd-27-2022.txt", "tt-02-2022-ubdt.txt", "nd-30-2020.docx", "nd-30-2020-phuluc1.docx"] {
        let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "demo", "texts", name].iter().collect();
        // A compilation in an order of its own.
        comes_back(&read_file(&path).unwrap().text, name != "nd-27-2022.txt");
    }
}

/// What the demonstration's summaries and answers cite stands in its texts.
#[test]
fn the_clauses_of_the_demonstration_stand_in_its_texts() {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "demo"].iter().collect();
    let json = |name: &str| serde_json::from_str::<serde_json::Value>(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap();
    let library = json("documents.json");
    let text = |it: &serde_json::Value| it.as_str().map_or_else(|| it.as_i64().map(|n| n.to_string()).unwrap_or_default(), str::to_owned);
    let mut missing = Vec::new();
    let mut seen = 0;
    for document in library["documents"].as_array().unwrap().iter().filter(|it| it["text"].is_string()) {
        let (key, name) = (text(&document["key"]), text(&document["text"]));
        let kept = wordings(&read_file(&folder.join("texts").join(&name)).unwrap().text);
        for it in library["provisions"].as_array().unwrap().iter().filter(|it| text(&it["document"]) == key) {
            let place = (text(&it["article"]), text(&it["clause"]), text(&it["point"]));
            seen += 1;
            if !kept.iter().any(|row| (&row.article, &row.clause, &row.point) == (&place.0, &place.1, &place.2)) {
                missing.push((key.clone(), place));
            }
        }
        assert!(kept.iter().filter(|it| it.level == "article").count() > 30, "{key}");
    }
    assert!(seen > 50 && missing.is_empty(), "{seen}: {missing:?}");
}
