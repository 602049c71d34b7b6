mod compare;
mod import;
mod texts;

use super::*;
use crate::db::Deed;
use crate::ground::{Refused, child_id, new_id};
use crate::stage::{Got, Stage, Visitor};
use crate::web::Role;

type Outcome<T> = Result<T, crate::ground::Problem>;

fn deed(stage: &Stage) -> Deed {
    Deed { id: new_id(&stage.app.clock, &stage.app.chance), actor: None, on_behalf: None, at: stage.app.clock.now() }
}

/// Invented texts under real numbers: as a loader brings them, ids from keys.
async fn library(stage: &Stage) -> Outcome<()> {
    let documents = [
        (
            "nd-27",
            "27/2022/NĐ-CP",
            "decree",
            "Chính phủ",
            "Cơ chế quản lý, tổ chức thực hiện các chương trình mục tiêu quốc gia",
            "2022-04-19",
            "2022-04-19",
        ),
        ("nd-38", "38/2023/NĐ-CP", "decree", "Chính phủ", "Sửa đổi, bổ sung Nghị định 27/2022/NĐ-CP", "2023-06-24", "2023-06-24"),
        ("tt-55", "55/2023/TT-BTC", "circular", "Bộ Tài chính", "Quản lý, sử dụng kinh phí sự nghiệp", "2023-08-15", "2023-08-15"),
        ("tt-02", "02/2022/TT-UBDT", "circular", "Ủy ban Dân tộc", "Hướng dẫn một số dự án", "2022-06-30", "2022-08-15"),
        ("nd-161", "161/2016/NĐ-CP", "decree", "Chính phủ", "Cơ chế đặc thù", "2016-12-02", "2016-12-02"),
        ("qd-414", "414/QĐ-UBDT", "decision", "Ủy ban Dân tộc", "", "", ""),
    ];
    let mut tx = stage.db().begin().await?;
    for (key, number, kind, issuer, title, issued_on, effective_on) in documents {
        let new = NewDocument {
            id: Some(id(key)),
            number: number.into(),
            kind: kind.into(),
            issuer: issuer.into(),
            title: title.into(),
            issued_on: issued_on.into(),
            effective_on: effective_on.into(),
            mark: "checked".into(),
            source: "bản giấy".into(),
            checked_on: "2026-08-26".into(),
            ..NewDocument::default()
        };
        keep_document(&mut tx, &deed(stage).part(key), new).await.unwrap();
    }
    for (key, article, clause, point, summary) in [
        ("nd-27", "10", "", "", "Lồng ghép vốn phải cùng mục tiêu, cùng địa bàn."),
        ("nd-27", "10", "1", "đ", "Xác định rõ tỷ lệ của từng nguồn."),
        ("nd-27", "2", "", "", "Đối tượng áp dụng."),
        ("nd-27", "14", "", "", "Điều kiện áp dụng cơ chế đặc thù."),
        ("nd-27", "14", "3", "", "Tổng mức đầu tư không quá 05 tỷ đồng."),
        ("nd-27", "17", "4", "d", "Ưu tiên tổ, nhóm dùng lao động tại chỗ."),
        ("tt-55", "3", "2", "", "Mua của người dân không có hóa đơn thì có xác nhận của UBND xã."),
        ("tt-02", "34", "2", "", "Kinh phí duy tu do UBND tỉnh quyết định."),
    ] {
        let new = NewProvision {
            article: article.into(),
            clause: clause.into(),
            point: point.into(),
            summary: summary.into(),
            mark: "checked".into(),
            source: "bản giấy".into(),
            checked_on: "2026-08-26".into(),
            ..NewProvision::default()
        };
        keep_provision(&mut tx, &deed(stage), &id(key), new).await.unwrap();
    }
    for (from, effect, to, article, on_date) in [
        ("nd-27", Effect::Repeals, "nd-161", "", "2022-04-19"),
        ("nd-38", Effect::Amends, "nd-27", "10", "2023-06-24"),
        ("tt-55", Effect::Guides, "nd-27", "", ""),
    ] {
        let new = NewRelation {
            from_id: id(from),
            effect,
            to_id: id(to),
            article: article.into(),
            on_date: on_date.into(),
            basis: "Điều 1 khoản 6".into(),
            mark: "checked".into(),
            ..NewRelation::default()
        };
        relate(&mut tx, &deed(stage), new).await.unwrap();
    }
    tx.commit().await
}

fn id(key: &str) -> String {
    child_id("documents", key)
}

async fn first_labels(stage: &Stage, text: &str) -> Outcome<Vec<String>> {
    Ok(choices(stage.db(), text, 5, stage.app.clock.now().date()).await?.into_iter().map(|it| it.label).collect())
}

crate::both!(what_is_typed_finds_the_clause, stage, {
    library(stage).await?;
    for (text, first) in [
        ("d14 nd27", "Điều 14 Nghị định 27/2022/NĐ-CP"),
        ("điều 3 tt55", "Điều 3 Thông tư 55/2023/TT-BTC"),
        ("k2 d3 tt55", "khoản 2 Điều 3 Thông tư 55/2023/TT-BTC"),
        ("k2 d34 tt 02/2022", "khoản 2 Điều 34 Thông tư 02/2022/TT-UBDT"),
        ("điểm b khoản 1 điều 18 nđ 27/2022/NĐ-CP", "điểm b khoản 1 Điều 18 Nghị định 27/2022/NĐ-CP"),
        ("diem d khoan 1 dieu 10 nd27", "điểm đ khoản 1 Điều 10 Nghị định 27/2022/NĐ-CP"),
        ("27 / 2022 / nd - cp", "Nghị định 27/2022/NĐ-CP"),
        ("hoa don", "khoản 2 Điều 3 Thông tư 55/2023/TT-BTC"),
        ("khong co hoa don", "khoản 2 Điều 3 Thông tư 55/2023/TT-BTC"),
        ("không có hóa đơn", "khoản 2 Điều 3 Thông tư 55/2023/TT-BTC"),
        ("bo tai chinh", "Thông tư 55/2023/TT-BTC"),
        ("161", "Nghị định 161/2016/NĐ-CP"),
    ] {
        let found = first_labels(stage, text).await?;
        assert_eq!(found.first().map(String::as_str), Some(first), "{text}: {found:?}");
    }
    assert_eq!(first_labels(stage, "đ nd 99").await?, Vec::<String>::new());
    assert_eq!(first_labels(stage, "%").await?, Vec::<String>::new());
    let d14 = first_labels(stage, "d14 nd27").await?;
    assert_eq!(d14.get(1).map(String::as_str), Some("khoản 3 Điều 14 Nghị định 27/2022/NĐ-CP"));
    let day = |iso| crate::ground::dates::Date::from_iso(iso).unwrap();
    let choice = choices(stage.db(), "d10 nd27", 1, stage.app.clock.now().date()).await?.remove(0);
    assert_eq!((choice.state.at(day("2022-12-31")), choice.state.at(day("2023-12-31"))), (State::InForce, State::Amended));
    assert_eq!(choice.changed_by(day("2022-12-31")).count(), 0);
    assert_eq!(choice.changed_by(day("2023-12-31")).next().map(|it| it.by.as_str()), Some("Nghị định 38/2023/NĐ-CP"));
    assert_eq!(documents(stage.db()).await?.len(), 6);
    assert_eq!(document(stage.db(), &id("tt-55")).await?.map(|it| it.name()).as_deref(), Some("Thông tư 55/2023/TT-BTC"));
});

async fn experts_page(visitor: &mut Visitor, path: &str) -> Outcome<Got> {
    let got = visitor.get(path).await?;
    assert_eq!(got.status, 200, "{path}");
    assert!(!got.body.contains('⟦'), "{path}");
    Ok(got)
}

crate::both!(an_expert_keeps_a_document_and_everyone_reads_it, stage, {
    library(stage).await?;
    let (_, mut expert) = stage.person("Nguyễn Văn Đạt", "0900000001", Role::Expert, None, None).await?;
    let (_, mut trainee) = stage.person("Hà Văn An", "0900000002", Role::Trainee, Some("c1"), None).await?;
    // The public answers cite the library, so anyone reads it; only those who write choose from it.
    for (path, status) in [("/documents", 200), ("/documents/new", 403), ("/citations/choices?text=d14+nd27", 403)] {
        assert_eq!(stage.guest().get(path).await?.status, status, "{path}");
    }
    let form = experts_page(&mut expert, "/documents/new").await?.deed();
    let fields = [
        ("deed", form.as_str()),
        ("number", "99/2021/NĐ-CP"),
        ("kind", "decree"),
        ("issuer", "Chính phủ"),
        ("title", "Quản lý, thanh toán, quyết toán vốn đầu tư công"),
        ("issued_on", "11/11/2021"),
        ("effective_on", "1/1/2022"),
        ("mark", "checked"),
        ("source", "congbao.chinhphu.vn"),
        ("checked_on", "01/10/2018"),
    ];
    let made = expert.post("/documents", &fields).await?;
    assert_eq!(made.status, 303);
    assert_eq!(expert.post("/documents", &fields).await?.to, made.to, "posting twice does it once");
    let path = made.to.split('?').next().unwrap_or_default().to_owned();
    let seen = experts_page(&mut trainee, &path).await?;
    for text in ["Nghị định 99/2021/NĐ-CP", "01/01/2022", "congbao.chinhphu.vn", "đã đối chiếu nguyên văn", "Chưa có hiệu lực"]
    {
        assert!(seen.body.contains(text), "{text}");
    }
    assert!(!seen.body.contains("/revision"));

    // The same number and day is refused, and what was typed stands there still.
    let fresh: Vec<(&str, &str)> = fields.iter().filter(|(name, _)| *name != "deed").copied().collect();
    let again = expert.post("/documents", &fresh).await?;
    assert_eq!(again.status, 422);
    assert!(again.body.contains("Thư viện đã có văn bản") && again.body.contains("congbao.chinhphu.vn"));
    let empty = expert.post("/documents", &[("number", "abc"), ("issued_on", "31/02/2020")]).await?;
    assert_eq!(empty.status, 422);
    for text in ["Hãy ghi số hiệu", "Hãy chọn loại văn bản", "Hãy ghi cơ quan ban hành", "Ngày này không đọc được", "31/02/2020"]
    {
        assert!(empty.body.contains(text), "{text}");
    }
    for path in ["/documents", &format!("{path}/provisions"), &format!("{path}/relations"), &format!("{path}/revision")] {
        assert_eq!(trainee.post(path, &fields).await?.status, 403, "{path}");
    }

    // A correction, a provision, an amendment of it.
    let mut corrected = fields;
    corrected[0].1 = "";
    corrected[4].1 = "Quy định về quản lý, thanh toán, quyết toán";
    assert_eq!(expert.post(&format!("{path}/revision"), &corrected).await?.status, 303);
    assert!(experts_page(&mut expert, &format!("{path}/revision")).await?.body.contains("Quy định về quản lý"));
    let provision = [
        ("article", "Điều 1"),
        ("clause", "3"),
        ("point", ""),
        ("summary", "Thanh toán theo tiến độ."),
        ("mark", "partly"),
        ("source", "bản giấy"),
    ];
    assert_eq!(expert.post(&format!("{path}/provisions"), &provision).await?.status, 303);
    assert_eq!(expert.post(&format!("{path}/provisions"), &[("article", "x")]).await?.status, 422);
    for (other, expected) in [("nd 1", 422), ("", 422), ("nd99", 422), ("nd38/2023", 303), ("nd38/2023", 422)] {
        let told = [("way", "by-amends"), ("other", other), ("place", "k3 d1"), ("on_date", "24/6/2023"), ("mark", "checked")];
        assert_eq!(expert.post(&format!("{path}/relations"), &told).await?.status, expected, "{other}");
    }
    assert_eq!(
        expert.post(&format!("{path}/relations"), &[("way", "amends"), ("other", "nd38"), ("place", "chỗ nào đó")]).await?.status,
        422
    );
    stage.clock.set(1_793_000_000_000); // October 2026
    let (_, mut expert) = stage.person("Trần Thị Hoa", "0900000003", Role::Administrator, None, None).await?;
    let seen = experts_page(&mut expert, &path).await?;
    for text in [
        "Đã sửa đổi một phần",
        "id=\"d1.3\"",
        "Quy định này đã được sửa đổi bởi Nghị định 38/2023/NĐ-CP từ ngày 24/06/2023",
        "theo bản gốc",
        "mới đối chiếu một phần",
    ] {
        assert!(seen.body.contains(text), "{text}");
    }
    let before = experts_page(&mut expert, &format!("{path}?on=1/6/2023")).await?;
    assert!(before.body.contains("Còn hiệu lực") && !before.body.contains("Quy định này đã được sửa đổi"));
    assert_eq!(
        seen.queries,
        experts_page(&mut expert, &format!("/documents/{}", id("nd-27"))).await?.queries,
        "no page asks more for more rows"
    );
    assert_eq!(expert.get(&format!("/documents/{}", id("none"))).await?.status, 404);
});

crate::both!(the_list_is_searched_by_number_and_by_words, stage, {
    library(stage).await?;
    stage.clock.set(1_793_000_000_000);
    let (_, mut trainee) = stage.person("Hà Văn An", "0900000002", Role::Trainee, Some("c1"), None).await?;
    let all = experts_page(&mut trainee, "/documents").await?;
    assert!(all.body.contains("6 văn bản trong thư viện, 4 văn bản còn hiệu lực"), "{}", all.between("<h1>", "</h1>"));
    assert!(all.body.contains("Đã bị thay thế, bãi bỏ") && all.body.contains("Chưa rõ hiệu lực"));
    for (query, found, not) in [
        ("q=nd27", "27/2022/NĐ-CP", "55/2023"),
        ("q=27%2F2022", "27/2022/NĐ-CP", "55/2023"),
        ("q=kinh+phi+su+nghiep", "55/2023/TT-BTC", "161/2016"),
        ("q=kinh+ph%C3%AD+s%E1%BB%B1+nghi%E1%BB%87p", "55/2023/TT-BTC", "161/2016"),
        ("kind=circular", "02/2022/TT-UBDT", "161/2016"),
        ("year=2016", "161/2016/NĐ-CP", "55/2023"),
        ("q=d14+nd27", "/articles/14\"", "55/2023"),
        ("q=hoa+don", "/articles/3#k2", "161/2016"),
    ] {
        let got = experts_page(&mut trainee, &format!("/documents?{query}")).await?;
        assert!(got.body.contains(found) && !got.body.contains(not), "{query}");
        assert!(got.queries <= all.queries + 4, "{query}: {}", got.queries);
    }
    let part = trainee.get("/citations/choices?text=d10+nd27").await?;
    assert!(
        part.body.contains(&format!("name=\"cite\" value=\"{}/10\"", id("nd-27")))
            && part.body.contains("Đã được Nghị định 38/2023/NĐ-CP sửa đổi")
    );
    assert!(!part.body.contains("<html"));
    assert!(trainee.get("/citations/choices?text=qqq").await?.body.contains("Không tìm thấy"));
    assert_eq!(trainee.get("/citations/choices").await?.body.trim(), "");
});

crate::both!(a_relation_between_documents_that_are_not_there_is_refused, stage, {
    library(stage).await?;
    let mut tx = stage.db().begin().await?;
    let to_nobody = NewRelation { from_id: id("nd-27"), to_id: id("none"), ..NewRelation::default() };
    assert!(matches!(relate(&mut tx, &deed(stage), to_nobody).await, Err(Refused::Absent)));
    let to_itself = NewRelation { from_id: id("nd-27"), to_id: id("nd-27"), ..NewRelation::default() };
    assert!(matches!(relate(&mut tx, &deed(stage), to_itself).await, Err(Refused::Invalid(_))));
    let once = deed(stage);
    let new = NewRelation { from_id: id("tt-02"), to_id: id("nd-27"), effect: Effect::Guides, ..NewRelation::default() };
    let first = relate(&mut tx, &once, new.clone()).await.unwrap();
    assert_eq!(relate(&mut tx, &once, new).await.unwrap(), first);
    tx.commit().await?;
    assert_eq!(stage.count("select count(*) from relations").await?, 4);
});
