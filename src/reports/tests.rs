//! The story of the reports, on both engines: a small class lived through the front door, then looked at by everyone.

mod chain;

use super::room;
use crate::ground::Problem;
use crate::stage::Stage;
use crate::stage::hall::Hall;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use std::io::Cursor;

/// Identifying who asks takes one query; the rest is the page's own.
const IDENTIFY: u32 = 1;

crate::both!(
    /// A guest is told what this is, and finds what is published.
    a_guest_is_welcome, stage, {
        let got = stage.guest().get("/").await?;
        assert_eq!(got.status, 200);
        assert!(got.body.contains("<h1>Khúc mắc của xã, được tháo gỡ tới nơi</h1>"), "{}", got.body);
        assert!(got.body.contains("action=\"/answers\"") && got.body.contains("href=\"/sign-in\""));
        assert!(got.queries <= 4, "{}", got.queries);
        let hall = Hall::on(stage).await?;
        for path in ["results", "difficulty-table", "difficulties.xlsx"] {
            let got = stage.guest().get(&format!("/classes/{}/{path}", hall.class)).await?;
            assert!(got.status == 401 || got.status == 403 || got.status == 303, "{path}: {}", got.status);
        }
    }
);

crate::both!(
    /// Everyone finds what waits for them, and nothing else, in the same few queries.
    everyone_has_their_work, stage, {
        let mut it = Hall::on(stage).await?;

        // A trainee: the word on an advice first, then consent.
        let got = it.an.get("/").await?;
        assert_eq!(got.status, 200, "{}", got.body);
        let verdict = got.body.find("Xác nhận kết quả").expect("a verdict to give");
        assert!(verdict < got.body.find("Đọc và trả lời").expect("a consent to give"), "{}", got.body);
        assert!(got.body.contains("Buổi 2 bắt đầu lúc 13:30 hôm nay") && got.body.contains("Hội trường A"), "{}", got.body);
        assert!(got.queries <= 4 + IDENTIFY, "{}", got.queries);
        // Who shares another's difficulty hears of its advice; who raised nothing is asked to.
        let got = it.binh.get("/").await?;
        assert!(got.body.contains("1 vướng mắc anh/chị cùng vướng đã có lời tư vấn"), "{}", got.body);
        assert!(got.body.contains("Anh/chị chưa nêu vướng mắc nào"), "{}", got.body);

        // The organiser: the door of the afternoon, an authority that is late, what has no expert, what has no word.
        let got = it.secretary.get("/").await?;
        assert!(got.body.contains("Buổi 2 bắt đầu lúc 13:30: mở cửa điểm danh"), "{}", got.body);
        assert!(got.body.contains("1 vướng mắc chưa giao chuyên gia") && got.body.contains("?state=raised"), "{}", got.body);
        assert!(got.body.contains("1 lời tư vấn chưa được người nêu xác nhận"), "{}", got.body);
        assert!(!got.body.contains("quá hạn trả lời"));
        assert!(got.queries <= 4 + IDENTIFY, "{}", got.queries);
        let session = it.sessions[1].clone();
        it.secretary.post(&format!("/sessions/{session}/door"), &[("turn", "open")]).await?;
        let got = it.secretary.get("/").await?;
        assert!(got.body.contains("Buổi 2: 0 trong 3 người đã vào") && got.body.contains(&format!("/sessions/{session}/attendance")), "{}", got.body);

        // The expert: what nobody has taken; then what was taken.
        let got = it.hoa.get("/").await?;
        assert!(got.body.contains("Chưa có chuyên gia"), "{}", got.body);
        assert!(got.queries <= 5 + IDENTIFY, "{}", got.queries);
        let free = it.free.clone();
        it.hoa.post(&format!("/difficulties/{free}/assignment"), &[("take", "1")]).await?;
        let got = it.hoa.get("/").await?;
        assert!(got.body.contains("Chờ anh/chị tư vấn") && !got.body.contains("đang chờ chuyên gia"), "{}", got.body);

        // The sponsor: its classes, what is open longest, who is late.
        let got = it.sponsor.get("/").await?;
        assert!(got.body.contains("Lớp tập huấn") && got.body.contains("đã gỡ 1 trong 4 vướng mắc"), "{}", got.body);
        assert!(got.body.contains("còn chờ") && !got.body.contains("chưa trả lời"), "{}", got.body);
        assert!(!got.body.contains("0912"));
        assert!(got.queries <= 6 + IDENTIFY, "{}", got.queries);

        // The administrator: the figures of the house.
        let got = it.keeper.get("/").await?;
        assert!(got.body.contains("người trong hệ thống") && got.body.contains("href=\"/people\""), "{}", got.body);
        assert!(got.queries <= 5 + IDENTIFY, "{}", got.queries);
        // Somebody of another class sees nothing of this one.
        let got = it.stranger.get("/").await?;
        assert!(!got.body.contains("Lớp tập huấn cán bộ xã, huyện PT18"), "{}", got.body);
        for mark in ['⟦', '⟧'] {
            assert!(!got.body.contains(mark));
        }

        // A month later the authority is late, and says so to those who oversee.
        it.later(stage, 40).await?;
        let got = it.sponsor.get("/").await?;
        assert!(got.body.contains("Sở Tài chính chưa trả lời 1 vướng mắc") && got.body.contains("difficulty-table?late=1"), "{}", got.body);
        let late = it.sponsor.get(&format!("/classes/{}/difficulty-table?late=1", it.class)).await?;
        assert!(late.body.contains("1 trong 4 vướng mắc"), "what is late and nothing else: {}", late.body);
        assert_eq!(got.body.matches("Duyệt quyết toán công trình cũ").count(), 0, "it stands in the number");
        let got = it.secretary.get("/").await?;
        assert!(got.body.contains("1 vướng mắc chuyển cấp trên đã quá hạn trả lời"), "{}", got.body);
    }
);

crate::both!(
    /// The results: a finding, figures that open to their rows, the same for all who see the class, and absent to all others.
    results_open_to_their_rows, stage, {
        let mut it = Hall::on(stage).await?;
        let page = format!("/classes/{}/results", it.class);
        let table = format!("/classes/{}/difficulty-table", it.class);
        let got = it.secretary.get(&page).await?;
        assert_eq!(got.status, 200, "{}", got.body);
        assert!(got.body.contains("<h1>1 trong 4 vướng mắc đã được tháo gỡ</h1>"), "{}", got.body);
        assert!(got.body.contains("4 vướng mắc đã nêu: 2 được tư vấn, 1 chuyển cấp trên; 3 còn phải gỡ"), "{}", got.body);
        assert!(got.body.contains("2 trên 3 học viên có mặt ở buổi 1"), "{}", got.body);
        assert!(got.body.contains("class=\"strip\"") && got.body.contains("class=\"bars\"") && got.body.matches("class=\"flowing").count() == 3, "{}", got.body);
        assert!(got.body.contains("1 trong 2 địa phương đã nêu; xã Mỹ Lung nêu nhiều nhất, 3 vướng mắc"), "{}", got.body);
        assert!(got.body.contains("1 vướng mắc nêu ẩn danh không hiện trên hình"), "{}", got.body);
        assert!(got.body.contains("khoản 2 Điều 3 Thông tư 55/2017/TT-BTC"), "{}", got.body);
        assert!(got.body.contains("25%") && got.body.contains("Nữ") && !got.body.contains("0912"), "{}", got.body);
        assert_eq!(got.queries, 10 + IDENTIFY);
        assert!(!got.body.contains('⟦'), "{}", got.body);

        // Each link of the page leads to as many rows as its figure says.
        for (query, rows) in [
            ("", 4),
            ("?outcome=resolved", 1),
            ("?outcome=open", 3),
            ("?way=advised", 2),
            ("?way=escalated", 1),
            ("?way=untouched", 1),
            ("?place=o08470", 3),
            ("?field=procurement", 4),
            ("?published=1", 0),
        ] {
            let all = query.is_empty() || got.body.contains(&format!("{table}{query}"));
            assert!(all, "{query} is not on the page");
            let rows_of = it.secretary.get(&format!("{table}{query}")).await?;
            assert_eq!(rows_of.status, 200);
            assert_eq!(rows_of.body.matches("\"Mã\">PT18-").count(), rows, "{query}");
            assert_eq!(rows_of.queries, 6 + IDENTIFY);
        }
        // The same for those who see the class; no way to the roster for a trainee.
        for visitor in [&mut it.an, &mut it.hoa, &mut it.sponsor, &mut it.keeper] {
            let got = visitor.get(&page).await?;
            assert_eq!(got.status, 200);
            assert!(got.body.contains("1 trong 4 vướng mắc đã được tháo gỡ"));
            assert_eq!(visitor.get(&table).await?.status, 200);
        }
        assert!(!it.an.get(&page).await?.body.contains("/roster"));
        for path in [page.as_str(), table.as_str(), &format!("/classes/{}/difficulties.xlsx", it.class)] {
            assert_eq!(it.stranger.get(path).await?.status, 404, "{path}");
            assert_eq!(it.keeper.get(&path.replace(&it.class, "0166752b-1234-7000-8000-000000000000")).await?.status, 404);
        }
        // A class in which nothing has happened.
        let got = it.keeper.get(&format!("/classes/{}/results", it.other)).await?;
        assert!(got.body.contains("Lớp chưa có vướng mắc nào được nêu") && got.body.contains("Chưa buổi nào được điểm danh"), "{}", got.body);
    }
);

crate::both!(
    /// The paper: eleven columns, no person, no place of what was raised anonymously; the same in Excel.
    the_paper_and_the_sheet_say_the_same, stage, {
        let mut it = Hall::on(stage).await?;
        let got = it.secretary.get(&format!("/classes/{}/difficulty-table", it.class)).await?;
        assert!(got.body.contains("<h1>Bảng tổng hợp khó khăn, vướng mắc, kiến nghị</h1>"), "{}", got.body);
        assert!(got.body.contains("Cộng hòa xã hội chủ nghĩa Việt Nam") && got.body.contains("Phú Thọ, ngày 16 tháng 10 năm 2018"), "{}", got.body);
        assert!(got.body.contains("Cộng: 4 vướng mắc (1 đã gỡ, 3 còn chờ); trong đó 1 chuyển cấp trên."), "{}", got.body);
        assert_eq!(got.body.matches("<th scope=\"col\">").count(), 11);
        assert!(got.body.contains("Nêu ẩn danh") && !got.body.contains("Hà Văn An") && !got.body.contains("Trung Sơn"), "{}", got.body);
        assert!(got.body.contains("Chuyển cấp tỉnh") && got.body.contains("15/11/2018") && got.body.contains("Chờ cơ quan trả lời"), "{}", got.body);

        let got = it.secretary.get(&format!("/classes/{}/difficulties.xlsx", it.class)).await?;
        assert_eq!((got.status.as_u16(), got.queries), (200, 6 + IDENTIFY));
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(got.bytes))?;
        let sheet = book.worksheet_range("Bảng tổng hợp")?;
        let text = |row, column| sheet.get_value((row, column)).map(ToString::to_string).unwrap_or_default();
        let heads: Vec<String> = (0..11).map(|column| text(6, column)).collect();
        assert_eq!(heads.join("|"), "TT|Mã|Nội dung khó khăn|Nơi nêu|Hạng mục/tiểu dự án|Căn cứ|Ý kiến tư vấn|Cách xử lý|Cơ quan xử lý|Hạn|Kết quả");
        assert_eq!((text(7, 1), text(7, 3), text(7, 10)), ("PT18-01".into(), "Xã Mỹ Lung, huyện Yên Lập".into(), "Đã gỡ".into()));
        assert!(text(7, 5).contains("khoản 2 Điều 3 Thông tư 55/2017/TT-BTC"), "{}", text(7, 5));
        let sent = (7..11).find(|row| text(*row, 8) == "Sở Tài chính").expect("what was sent");
        assert!(matches!(sheet.get_value((sent, 9)), Some(Data::DateTime(_))), "a real date");
        assert!((7..11).any(|row| text(row, 3) == "Nêu ẩn danh"));
        // The same choice as on the page.
        let got = it.sponsor.get(&format!("/classes/{}/difficulties.xlsx?outcome=resolved", it.class)).await?;
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(got.bytes))?;
        let sheet = book.worksheet_range("Bảng tổng hợp")?;
        assert_eq!(sheet.get_value((5, 0)).map(ToString::to_string), Some("Trích: Đã gỡ".into()));
        assert!(sheet.get_value((8, 0)).is_some_and(|it| it.to_string().starts_with("Cộng: 1 vướng mắc")));
    }
);

/// Every sample in both languages: no word is missing; and every statement is understood.
#[tokio::test]
async fn samples_have_their_words() -> Result<(), Problem> {
    let stage = Stage::sqlite().await?;
    for lang in crate::web::Lang::ALL {
        let s = crate::web::Shell::sample(crate::web::W::new(std::sync::Arc::clone(&stage.app.words), lang));
        for sample in (room().samples)(&s) {
            assert!(!sample.html.contains('⟦'), "{} {}: {}", lang.tag(), sample.name, sample.html);
        }
    }
    for statement in super::store::ALL.iter().chain(super::store::chain::ALL) {
        stage.db().prepare(statement).await?;
    }
    Ok(())
}
