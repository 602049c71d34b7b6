//! Texts kept, carried out and read as of a day.

use super::*;
use crate::db::Tx;

pub(super) const DECREE: &str = "\
CHÍNH PHỦ
Số: 90/2021/NĐ-CP
Hà Nội, ngày 04 tháng 01 năm 2021
NGHỊ ĐỊNH
Về lớp tập huấn
Căn cứ Luật Tổ chức Chính phủ;
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Lớp tập huấn cho cán bộ xã, cán bộ huyện.
2. Học viên gồm:
a) Cán bộ xã;
b) Trưởng thôn.
Điều 2. Kinh phí
1. Do cấp huyện bảo đảm theo khoản 2 Điều 1 Nghị định này.
2. Mức chi theo Thông tư số 91/2021/TT-BTC.
Chương II
THI HÀNH
Điều 3. Hiệu lực
Từ ngày ký.
";

pub(super) const AMENDING: &str = "\
CHÍNH PHỦ
Số: 92/2023/NĐ-CP
Hà Nội, ngày 10 tháng 6 năm 2023
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 90/2021/NĐ-CP
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 90/2021/NĐ-CP ngày 04 tháng 01 năm 2021
1. Sửa đổi, bổ sung khoản 2 Điều 1 như sau:
“2. Học viên gồm:
a) Cán bộ xã, cán bộ thôn;
c) Người có uy tín.”.
2. Bổ sung Điều 2a vào sau Điều 2 như sau:
“Điều 2a. Công khai
Công khai kinh phí tại trụ sở xã.”.
3. Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp tỉnh” tại khoản 1 Điều 2.
4. Bãi bỏ Điều 3.
5. Sửa đổi, bổ sung đoạn mở đầu khoản 9 Điều 1 như sau: “Đoạn mới”.
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày 01 tháng 8 năm 2023.
";

pub(super) async fn kept(stage: &Stage, key: &str, number: &str, days: [&str; 2], text: &str) -> Outcome<()> {
    let mut tx = stage.db().begin().await?;
    document_of(stage, &mut tx, key, number, days).await;
    let new = NewText { file_name: format!("{key}.txt"), format: "plain".into(), encoding: "UTF-8".into(), text: text.into() };
    keep_text(&mut tx, &deed(stage).part(&format!("{key}/text")), &id(key), new).await.unwrap();
    tx.commit().await
}

async fn document_of(stage: &Stage, tx: &mut Tx, key: &str, number: &str, days: [&str; 2]) {
    let new = NewDocument {
        id: Some(id(key)),
        number: number.into(),
        kind: "decree".into(),
        issuer: "Chính phủ".into(),
        title: key.into(),
        issued_on: days[0].into(),
        effective_on: days[1].into(),
        mark: "checked".into(),
        dates_mark: "checked".into(),
        source: "bản giấy".into(),
        checked_on: "2026-08-26".into(),
        ..NewDocument::default()
    };
    keep_document(tx, &deed(stage).part(key), new).await.unwrap();
}

async fn reads(stage: &Stage, on: &str) -> Outcome<Vec<String>> {
    let all = wordings(stage.db(), &id("nd-90"), on).await?;
    let line = |it: Wording| format!("{}.{}.{} {} {}", it.article, it.clause, it.point, it.label, it.text());
    Ok(all.into_iter().filter(|it| it.is_provision() && !it.label.is_empty()).map(line).collect())
}

crate::both!(an_amendment_is_carried_out_and_both_days_are_read, stage, {
    kept(stage, "nd-90", "90/2021/NĐ-CP", ["2021-01-04", "2021-03-01"], DECREE).await?;
    assert_eq!(versions_of(stage.db(), &id("nd-90")).await?, ["2021-03-01"]);
    let mut tx = stage.db().begin().await?;
    assert_eq!(carry_out(&mut tx, &deed(stage), &id("nd-90")).await.unwrap(), CarriedOut::default(), "it amends nothing");
    tx.commit().await?;
    kept(stage, "nd-92", "92/2023/NĐ-CP", ["2023-06-10", "2023-08-01"], AMENDING).await?;
    let mut tx = stage.db().begin().await?;
    let once = deed(stage);
    let done = carry_out(&mut tx, &once, &id("nd-92")).await.unwrap();
    assert_eq!((done.done, done.left), (4, 1), "{done:?}");
    assert_eq!(carry_out(&mut tx, &deed(stage), &id("nd-92")).await.unwrap(), CarriedOut::default(), "not twice");
    tx.commit().await?;

    assert_eq!(versions_of(stage.db(), &id("nd-90")).await?, ["2021-03-01", "2023-08-01"]);
    let before = reads(stage, "2023-07-31").await?;
    assert_eq!(before.len(), 9, "{before:#?}");
    assert!(before.contains(&"1.2.b b) Trưởng thôn.".to_owned()), "{before:#?}");
    let after = reads(stage, "2023-08-01").await?;
    for line in [
        "1.2.a a) Cán bộ xã, cán bộ thôn;",
        "1.2.c c) Người có uy tín.",
        "2.1. 1. Do cấp tỉnh bảo đảm theo khoản 2 Điều 1 Nghị định này.",
        "2a.. Điều 2a. Công khai\nCông khai kinh phí tại trụ sở xã.",
        "3.. Điều 3. ",
    ] {
        assert!(after.contains(&line.to_owned()), "{line}: {after:#?}");
    }
    assert!(!after.iter().any(|it| it.contains("Trưởng thôn")));
    let changed = wording_changes(stage.db(), &id("nd-90"), "2023-08-01", "2023-08-01").await?;
    let new: Vec<String> = changed
        .iter()
        .filter(|it| it.by_id.is_some())
        .map(|it| format!("{}.{}.{} {}", it.article, it.clause, it.point, it.change))
        .collect();
    assert_eq!(new, ["1.2.a amended", "1.2.b repealed", "1.2.c added", "2.1. phrase", "2a.. added", "3.. repealed"]);
    assert_eq!(changed.iter().find(|it| it.article == "2a").map(|it| it.basis.as_str()), Some("khoản 2 Điều 1"));
    assert_eq!(stage.count("select count(*) from relations where kind = 'repeals' and article = '3'").await?, 1);
    assert_eq!(stage.count("select count(*) from relations").await?, 5, "one for each order, also for the one that a person carries out");

    // What is left is settled by hand, by the same way.
    let left = store::leftovers(stage.db(), &id("nd-92")).await?;
    assert_eq!((left.len(), left[0].why.as_str(), left[0].basis.as_str()), (1, "not-found", "khoản 5 Điều 1"), "{left:?}");
    let mut tx = stage.db().begin().await?;
    let place = ["1".to_owned(), "3".to_owned(), String::new()];
    let wrong = Settling::Worded { place: place.clone(), text: "4. Sai số.".into() };
    assert!(matches!(settle(&mut tx, &deed(stage), &left[0].id, wrong).await, Err(Refused::Invalid(_))));
    let how = Settling::Worded { place, text: "3. Khoản thêm bằng tay.".into() };
    settle(&mut tx, &deed(stage), &left[0].id, how).await.unwrap();
    tx.commit().await?;
    assert!(reads(stage, "2024-01-01").await?.contains(&"1.3. 3. Khoản thêm bằng tay.".to_owned()));
    assert_eq!(store::waiting(stage.db(), &id("nd-92")).await?, 0);

    // The text is corrected later: what others have reworded stays.
    let mut tx = stage.db().begin().await?;
    let corrected =
        NewText { text: DECREE.replace("Phạm vi", "Phạm vi điều chỉnh"), format: "paste".into(), ..NewText::default() };
    keep_text(&mut tx, &deed(stage), &id("nd-90"), corrected).await.unwrap();
    tx.commit().await?;
    let now = reads(stage, "2024-01-01").await?;
    assert!(
        now.contains(&"1.. Điều 1. Phạm vi điều chỉnh".to_owned()) && now.contains(&"1.2.c c) Người có uy tín.".to_owned()),
        "{now:#?}"
    );
    assert_eq!(now.len(), after.len() + 1);
});

crate::both!(orders_wait_for_the_text_they_change, stage, {
    kept(stage, "nd-92", "92/2023/NĐ-CP", ["2023-06-10", "2023-08-01"], AMENDING).await?;
    let mut tx = stage.db().begin().await?;
    let done = carry_out(&mut tx, &deed(stage), &id("nd-92")).await.unwrap();
    assert_eq!((done.done, done.left), (0, 5), "nobody knows the decree");
    tx.commit().await?;
    assert_eq!(cited_by(stage.db(), &id("nd-90")).await?.len(), 0);
    kept(stage, "nd-90", "90/2021/NĐ-CP", ["2021-01-04", "2021-03-01"], DECREE).await?;
    let citing = cited_by(stage.db(), &id("nd-90")).await?;
    assert_eq!(citing.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Nghị định 92/2023/NĐ-CP"], "it was cited before it came");
    let own = article_cited(stage.db(), &id("nd-90"), "1").await?;
    assert_eq!(own.first().map(|it| (it.article.as_str(), it.clause.as_str(), it.to_clause.as_str())), Some(("2", "1", "2")));
});

crate::both!(an_older_amendment_that_comes_later_keeps_its_time, stage, {
    kept(stage, "nd-90", "90/2021/NĐ-CP", ["2021-01-04", "2021-03-01"], DECREE).await?;
    kept(stage, "nd-92", "92/2023/NĐ-CP", ["2023-06-10", "2023-08-01"], AMENDING).await?;
    let older = "Số: 91/2022/NĐ-CP\nNGHỊ ĐỊNH\nSửa đổi Nghị định số 90/2021/NĐ-CP\nĐiều 1. Sửa đổi Nghị định số 90/2021/NĐ-CP\n\
        1. Thay thế cụm từ “bảo đảm” bằng cụm từ “chi trả” tại khoản 1 Điều 2.\n2. Sửa đổi khoản 2 Điều 2 như sau:\n“2. Mức chi do tỉnh quy định.”.\n";
    kept(stage, "nd-91", "91/2022/NĐ-CP", ["2022-05-01", "2022-06-01"], older).await?;
    for by in ["nd-92", "nd-91"] {
        let mut tx = stage.db().begin().await?;
        carry_out(&mut tx, &deed(stage), &id(by)).await.unwrap();
        tx.commit().await?;
    }
    assert_eq!(versions_of(stage.db(), &id("nd-90")).await?, ["2021-03-01", "2022-06-01", "2023-08-01"]);
    let clause = |all: Vec<String>| all.into_iter().find(|it| it.starts_with("2.1. ")).unwrap_or_default();
    assert!(clause(reads(stage, "2023-01-01").await?).contains("Do cấp huyện chi trả"));
    assert!(clause(reads(stage, "2024-01-01").await?).contains("Do cấp tỉnh bảo đảm"), "the newer text stands as it was carried out");
    assert!(reads(stage, "2024-01-01").await?.contains(&"2.2. 2. Mức chi do tỉnh quy định.".to_owned()));
    let left = store::leftovers(stage.db(), &id("nd-91")).await?;
    assert_eq!(left.iter().map(|it| it.why.as_str()).collect::<Vec<_>>(), ["later"], "whether it wants the older change is for a person");
});
