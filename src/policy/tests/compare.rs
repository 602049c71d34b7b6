//! *Có gì mới*, through the front door.

use super::texts::{AMENDING, DECREE, kept};
use super::*;
use std::io::Write as _;

/// The page without marks and blanks, as it reads.
fn read(body: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As it goes over the wire.
fn weight(body: &str) -> usize {
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    file.start_file("a", zip::write::SimpleFileOptions::default()).unwrap();
    file.write_all(body.as_bytes()).unwrap();
    file.finish().unwrap().into_inner().len()
}

crate::both!(two_days_of_a_document_are_read_side_by_side, stage, {
    kept(stage, "nd-90", "90/2021/NĐ-CP", ["2021-01-04", "2021-03-01"], DECREE).await?;
    let path = format!("/documents/{}/changes", id("nd-90"));
    let mut guest = stage.guest();
    let got = guest.get(&path).await?;
    assert_eq!(got.status, 200);
    assert!(got.body.contains("Không điều nào thay đổi"), "nothing has happened yet: {}", read(&got.body));
    // It is known to be amended, but nobody has read how: not called unchanged.
    stage.clock.set(1_793_000_000_000);
    let mut tx = stage.db().begin().await?;
    let heard = NewDocument {
        id: Some(id("nd-91")),
        number: "91/2022/NĐ-CP".into(),
        kind: "decree".into(),
        issuer: "Chính phủ".into(),
        ..NewDocument::default()
    };
    keep_document(&mut tx, &deed(stage), heard).await.unwrap();
    let on_date = "2022-05-01".to_owned();
    let relation = NewRelation {
        from_id: id("nd-91"),
        to_id: id("nd-90"),
        effect: Effect::Amends,
        article: "2".into(),
        on_date,
        ..NewRelation::default()
    };
    relate(&mut tx, &deed(stage), relation).await.unwrap();
    tx.commit().await?;
    let got = guest.get(&path).await?;
    assert!(
        got.body.contains("Thư viện chưa có lời văn sau sửa đổi") && got.body.contains("Nghị định 91/2022/NĐ-CP từ ngày 01/05/2022"),
        "{}",
        read(&got.body)
    );
    kept(stage, "nd-92", "92/2023/NĐ-CP", ["2023-06-10", "2023-08-01"], AMENDING).await?;
    let mut tx = stage.db().begin().await?;
    carry_out(&mut tx, &deed(stage), &id("nd-92")).await.unwrap();
    tx.commit().await?;

    // The last change unless told otherwise; the same with both days named.
    let got = guest.get(&path).await?;
    let named = guest.get(&format!("{path}?from=2021-03-01&to=2023-08-01")).await?;
    let inner = |body: &str| body.split("<h1>").nth(1).unwrap_or_default().to_owned();
    assert_eq!(inner(&got.body), inner(&named.body));
    let text = read(&got.body);
    for said in [
        "1 điều mới, 2 điều sửa lời, 1 điều bị bãi bỏ",
        "Nghị định 90/2021/NĐ-CP: ngày 01/08/2023 so với ngày 01/03/2021",
        "theo khoản 3 Điều 1 Nghị định 92/2023/NĐ-CP",
        "Giữ nguyên: khoản 1.",
        "Điều 2a. Công khai",
        "01/08/2023, do Nghị định 92/2023/NĐ-CP",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for marked in [
        "a) Cán bộ xã<ins>, cán bộ thôn</ins>;",
        "b) <del>Trưởng thôn.</del>",
        "cấp <del>huyện</del> bảo đảm",
        "cấp <ins>tỉnh</ins> bảo đảm",
    ] {
        assert!(got.body.contains(marked), "{marked}: {}", got.body);
    }
    // A clause that stayed leads in the points that changed.
    assert!(got.body.contains("<td colspan=\"2\"><span class=\"clause\">2. Học viên gồm:</span></td>"), "{text}");
    assert_eq!(got.queries, guest.get(&format!("{path}?from=2021-03-01&to=2021-03-01")).await?.queries, "no page asks more for more rows");

    // Days the wrong way round, and what is no day.
    let got = guest.get(&format!("{path}?from=2023-08-01&to=2021-03-01")).await?;
    assert!(got.body.contains("đã đổi chỗ hai ngày") && got.body.contains("1 điều mới"));
    let got = guest.get(&format!("{path}?from=h%C3%B4m+qua&to=01%2F8%2F2023")).await?;
    assert!(got.body.contains("Ngày này không đọc được") && got.body.contains("1 điều mới"));
    let got = guest.get(&format!("{path}?from=1990-01-01&to=2023-08-01&page=99999")).await?;
    assert!(got.body.contains("chưa có toàn văn"), "before its first day it says nothing: {}", read(&got.body));
    assert_eq!(guest.get(&format!("/documents/{}/changes", id("none"))).await?.status, 404);

    let sheet = guest.get(&format!("{path}/sheet?from=2021-03-01&to=2023-08-01")).await?;
    let text = read(&sheet.body);
    assert!(text.contains("Những điểm mới") && text.contains("Tóm tắt: 1 điều mới, 2 điều sửa lời, 1 điều bị bãi bỏ."), "{text}");
    assert!(sheet.body.contains("cấp <ins>tỉnh</ins> bảo đảm"));
});

crate::both!(two_documents_are_read_side_by_side, stage, {
    kept(stage, "nd-90", "90/2021/NĐ-CP", ["2021-01-04", "2021-03-01"], DECREE).await?;
    let newer = "\
Điều 1. Đối tượng
1. Lớp tập huấn cho cán bộ xã, cán bộ huyện.
2. Học viên gồm:
a) Cán bộ xã;
b) Trưởng thôn, bí thư chi bộ.
Điều 2. Tài liệu
Tài liệu do ban tổ chức in và phát trước buổi học một ngày cho mọi học viên.
Điều 3. Kinh phí
1. Do cấp huyện bảo đảm theo khoản 2 Điều 1 Nghị định này.
2. Mức chi theo Thông tư số 95/2024/TT-BTC.
";
    kept(stage, "nd-93", "93/2024/NĐ-CP", ["2024-01-01", "2024-02-01"], newer).await?;
    kept(stage, "nd-92", "92/2023/NĐ-CP", ["2023-06-10", "2023-08-01"], AMENDING).await?;
    let mut guest = stage.guest();
    let path = format!("/documents/{}/compare/{}", id("nd-90"), id("nd-93"));
    let got = guest.get(&path).await?;
    let text = read(&got.body);
    for said in [
        "1 điều mới, 2 điều sửa lời, 1 điều không còn",
        "Điều 2 → Điều 3",
        "Đổi số",
        "Nghị định 93/2024/NĐ-CP so với Nghị định 90/2021/NĐ-CP",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(got.body.contains("<ins>, bí thư chi bộ</ins>") && got.body.contains("<del>91/2021/TT-BTC</del>"), "{text}");
    let turned = guest.get(&format!("/documents/{}/compare/{}", id("nd-93"), id("nd-90"))).await?;
    assert!(turned.body.contains("hiệu lực sau văn bản đứng sau"), "{}", read(&turned.body));
    assert_eq!(turned.queries, got.queries);
    // Of those that have no text it says so; with itself there are only days.
    let mut tx = stage.db().begin().await?;
    let bare = NewDocument {
        id: Some(id("qd-1")),
        number: "1/QĐ-TTg".into(),
        kind: "decision".into(),
        issuer: "Thủ tướng".into(),
        mark: "memory".into(),
        ..NewDocument::default()
    };
    keep_document(&mut tx, &deed(stage), bare).await.unwrap();
    tx.commit().await?;
    let got = guest.get(&format!("/documents/{}/compare/{}", id("nd-90"), id("qd-1"))).await?;
    assert!(got.body.contains("chưa có toàn văn của Quyết định 1/QĐ-TTg"), "{}", read(&got.body));
    let sheet = guest.get(&format!("/documents/{}/compare/{}/sheet", id("nd-90"), id("qd-1"))).await?;
    assert_eq!(sheet.status, 303);
    let itself = guest.get(&format!("/documents/{0}/compare/{0}", id("nd-90"))).await?;
    assert_eq!(itself.to, format!("/documents/{}/changes", id("nd-90")));
    let chosen = guest.get(&format!("/documents/{}/compare?other={}", id("nd-90"), id("nd-93"))).await?;
    assert_eq!(chosen.to, path);
    assert_eq!(guest.get(&format!("/documents/{}/compare/{}", id("nd-90"), id("none"))).await?.status, 404);
});

crate::both!(what_stands_twice_is_not_called_changed, stage, {
    // As in a real decree: after đ) comes a second c).
    let twice = DECREE.replace("b) Trưởng thôn.\n", "b) Trưởng thôn.\nc) Bí thư chi bộ.\nc) Công an viên.\n");
    kept(stage, "nd-90", "90/2021/NĐ-CP", ["2021-01-04", "2021-03-01"], &twice).await?;
    let order = "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 90/2021/NĐ-CP\n1. Bãi bỏ Điều 3.\n2. Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp tỉnh” tại khoản 1 Điều 2.\n";
    kept(stage, "nd-92", "92/2023/NĐ-CP", ["2023-06-10", "2023-08-01"], order).await?;
    let mut tx = stage.db().begin().await?;
    carry_out(&mut tx, &deed(stage), &id("nd-92")).await.unwrap();
    tx.commit().await?;
    let got = stage.guest().get(&format!("/documents/{}/changes", id("nd-90"))).await?;
    assert!(got.body.contains("1 điều sửa lời, 1 điều bị bãi bỏ") && !got.body.contains("Công an viên"), "{}", read(&got.body));
});

// Real documents: every page is light, and all rows are on some page.
crate::both!(a_long_comparing_is_cut_into_light_pages, stage, {
    let folder: std::path::PathBuf = [env!("CARGO_MANIFEST_DIR"), "demo", "texts"].iter().collect();
    let real = |name: &str| law::read_file(&folder.join(name)).unwrap().text;
    let (decree, circular) = (real("nd-27-2022.txt"), real("tt-02-2022-ubdt.txt"));
    kept(stage, "nd-27", "27/2022/NĐ-CP", ["2022-04-19", "2022-04-19"], &decree).await?;
    kept(stage, "tt-02", "02/2022/TT-UBDT", ["2022-06-30", "2022-08-15"], &circular).await?;
    let mut guest = stage.guest();
    let path = format!("/documents/{}/compare/{}", id("nd-27"), id("tt-02"));
    let (mut page, mut articles) = (1, 0);
    loop {
        let got = guest.get(&format!("{path}?page={page}")).await?;
        let weight = weight(&got.body);
        assert!(weight <= 12 * 1024, "page {page}: {weight}");
        articles += got.body.matches("<section id=").count();
        if !got.body.contains("rel=\"next\"") {
            break;
        }
        page += 1;
    }
    assert!(page > 4 && articles >= 110, "{page} pages, {articles} articles");
    let found = guest.get(&format!("{path}?article=14")).await?;
    assert!(found.body.contains("Điều 14"), "{}", read(&found.body));
});
