//! The librarian brings texts in through the front door, and everyone reads them.

use super::texts::{AMENDING, DECREE};
use super::*;

/// The form of a preview as the browser sends it back.
fn filled<'a>(deed: &'a str, step: &'a str, text: &'a str, number: &'a str, days: [&'a str; 2]) -> Vec<(&'a str, &'a str)> {
    vec![
        ("deed", deed),
        ("step", step),
        ("text-0", text),
        ("take-0", "1"),
        ("carry-0", "1"),
        ("file-0", "nd.txt"),
        ("format-0", "plain"),
        ("encoding-0", "UTF-8"),
        ("number-0", number),
        ("kind-0", "decree"),
        ("issuer-0", "Chính phủ"),
        ("title-0", "Về lớp tập huấn"),
        ("issued_on-0", days[0]),
        ("effective_on-0", days[1]),
        ("source-0", "Công báo"),
        ("checked_on-0", ""),
        ("mark-0", "checked"),
    ]
}

const NUMBERS: [&str; 2] = ["90/2021/NĐ-CP", "92/2023/NĐ-CP"];
const DAYS: [[&str; 2]; 2] = [["04/01/2021", "01/03/2021"], ["10/06/2023", "01/08/2023"]];

async fn brought(visitor: &mut Visitor, text: &str, which: usize) -> Outcome<String> {
    let deed = visitor.get("/documents/import").await?.deed();
    let got = visitor.post("/documents/import", &filled(&deed, "keep", text, NUMBERS[which], DAYS[which])).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    Ok(got.to.split('?').next().unwrap_or_default().to_owned())
}

crate::both!(a_decree_is_brought_in_amended_and_read_on_both_days, stage, {
    stage.clock.set(1_793_000_000_000); // October 2026
    let (_, mut expert) = stage.person("Nguyễn Văn Đạt", "0900000001", Role::Expert, None, None).await?;
    let (_, mut trainee) = stage.person("Hà Văn An", "0900000002", Role::Trainee, Some("c1"), None).await?;
    for path in ["/documents/import", &format!("/documents/{}/leftovers", id("x"))] {
        assert_eq!(stage.guest().get(path).await?.status, 403, "{path}");
        assert_eq!(trainee.get(path).await?.status, 403, "{path}");
    }
    assert_eq!(trainee.post("/documents/import", &[("paste", DECREE)]).await?.status, 403);

    // Seen before it is kept.
    let seen = expert.upload("/documents/import", &[("step", "read")], "files", "nd-90.txt", DECREE.as_bytes()).await?;
    assert_eq!(seen.status, 200);
    for text in
        ["90/2021/NĐ-CP", "04/01/2021", "3 điều", "4 khoản", "2 điểm", "value=\"decree\" selected", "Về lớp tập huấn", "Điều 3. Hiệu lực"]
    {
        assert!(seen.body.contains(text), "{text}");
    }
    assert!(seen.body.contains("khoản 2 Điều 1 của chính văn bản này") && seen.body.contains("văn bản chưa có trong thư viện"));
    assert_eq!(stage.count("select count(*) from documents").await?, 0, "nothing is kept by looking");

    // A wrong day: nothing typed is lost. Then kept, once.
    let deed = seen.deed();
    let wrong = expert.post("/documents/import", &filled(&deed, "keep", DECREE, NUMBERS[0], ["31/02/2021", ""])).await?;
    assert_eq!(wrong.status, 422);
    for text in ["Ngày này không đọc được", "31/02/2021", "id=\"issued_on-0\"", "Trưởng thôn.", "Công báo"] {
        assert!(wrong.body.contains(text), "{text}");
    }
    let deed = wrong.deed();
    let fields = filled(&deed, "keep", DECREE, NUMBERS[0], DAYS[0]);
    let kept = expert.post("/documents/import", &fields).await?;
    assert_eq!((kept.status.as_u16(), kept.to.contains("done=text-kept")), (303, true), "{}", kept.body);
    assert_eq!(expert.post("/documents/import", &fields).await?.to, kept.to, "posting twice does it once");
    assert_eq!(stage.count("select count(*) from documents").await?, 1);
    let path = kept.to.split('?').next().unwrap_or_default().to_owned();
    let page = experts_page(&mut stage.guest(), &path).await?;
    for text in ["3 điều", "Chương I. QUY ĐỊNH CHUNG", "/articles/2a", "Phần mở đầu, căn cứ"].into_iter().filter(|it| !it.ends_with("2a"))
    {
        assert!(page.body.contains(text), "{text}");
    }
    let part = page.body.split("/parts/").nth(1).and_then(|it| it.split('"').next()).unwrap().to_owned();
    let front = experts_page(&mut stage.guest(), &format!("{path}/parts/{part}")).await?;
    assert!(front.body.contains("Căn cứ Luật Tổ chức Chính phủ;"));
    assert_eq!(stage.guest().get(&format!("{path}/parts/nothing")).await?.status, 404);

    // Another text of the same number wants a word of confirmation.
    let again = expert.post("/documents/import", &filled("", "keep", DECREE, NUMBERS[0], DAYS[0])).await?;
    assert_eq!(again.status, 422);
    assert!(again.body.contains("Hãy xác nhận đây là Nghị định 90/2021/NĐ-CP"));
    let mut confirmed = filled("", "keep", DECREE, NUMBERS[0], DAYS[0]);
    let known = path.rsplit('/').next().unwrap_or_default();
    confirmed.push(("into-0", known));
    assert_eq!(expert.post("/documents/import", &confirmed).await?.status, 303);

    // What amends it.
    let seen = expert.post("/documents/import", &[("paste", AMENDING), ("step", "read")]).await?;
    for text in ["sửa đổi văn bản khác: 5 chỗ", "01/08/2023", "2 điều"] {
        assert!(seen.body.contains(text), "{text}");
    }
    let mut undated = filled("", "keep", AMENDING, NUMBERS[1], ["10/06/2023", ""]);
    undated[16] = ("mark-0", "memory");
    let undated = expert.post("/documents/import", &undated).await?;
    assert_eq!(undated.status, 422);
    assert!(undated.body.contains("hãy ghi ngày có hiệu lực"));
    let by = brought(&mut expert, AMENDING, 1).await?;
    let before = experts_page(&mut trainee, &format!("{path}/articles/1?on=2023-07-31")).await?;
    for text in ["Đang xem theo ngày 31/07/2023", "Xem bản hiện hành", "Trưởng thôn.", "id=\"k2-b\""] {
        assert!(before.body.contains(text), "{text}");
    }
    let after = experts_page(&mut trainee, &format!("{path}/articles/1")).await?;
    for text in [
        "bản hiện hành",
        "Cán bộ xã, cán bộ thôn;",
        "Đã được Nghị định 92/2023/NĐ-CP sửa đổi từ ngày 01/08/2023",
        "1 lần thay đổi",
        "khoản 1 Điều 1",
        "?on=2023-07-31",
        "3 chỗ dẫn chiếu điều này",
    ] {
        assert!(after.body.contains(text), "{text}");
    }
    assert!(!after.body.contains("id=\"k2-b\""), "what went is not there");
    let gone = experts_page(&mut trainee, &format!("{path}/articles/3")).await?;
    assert!(gone.body.contains("Điều này không còn áp dụng") && gone.body.contains("Từ ngày ký."), "{}", gone.body);
    let early = experts_page(&mut trainee, &format!("{path}/articles/1?on=2020-01-01")).await?;
    assert!(early.body.contains("văn bản chưa có hiệu lực") && early.body.contains("Trưởng thôn."));
    let cited = experts_page(&mut trainee, &format!("{path}/articles/2")).await?;
    assert!(cited.body.contains(&format!("{path}/articles/1#k2\"")), "{}", cited.body);
    assert_eq!((after.queries, gone.queries), (cited.queries, cited.queries), "no page asks more for more rows");
    for path in [format!("{path}/articles/99"), format!("{path}/articles/x"), format!("/documents/{}/articles/1", id("none"))] {
        assert_eq!(trainee.get(&path).await?.status, 404, "{path}");
    }
    assert!(experts_page(&mut trainee, &format!("{path}/articles/1?on=abc")).await?.body.contains("Ngày này không đọc được"));
    let page = experts_page(&mut trainee, &path).await?;
    for text in ["4 điều", "đã sửa 1 lần", "Được sửa đổi, bổ sung bởi", "1 văn bản dẫn chiếu văn bản này", "Có thay đổi từ ngày"]
    {
        assert!(page.body.contains(text), "{text}");
    }

    // What was left over.
    let list = experts_page(&mut expert, &format!("{by}/leftovers")).await?;
    assert!(list.body.contains("1 chỗ sửa đổi cần anh/chị xử lý") && list.body.contains("không thấy quy định này"), "{}", list.body);
    let to = list.body.split(&format!("{by}/leftovers/")).nth(1).and_then(|it| it.split('"').next()).unwrap().to_owned();
    let to = format!("{by}/leftovers/{to}");
    assert_eq!(trainee.post(&to, &[("how", "no-change")]).await?.status, 403);
    for (place, text, said) in [
        ("đâu đó", "3. Mới.", "Không đọc được điều, khoản này"),
        ("k3 d1", "", "Hãy đưa vào toàn văn"),
        ("k3 d1", "5. Sai số.", "nội dung mới mang số khác"),
        ("d9", "Điều 9. Ở đâu", "số khác"),
    ] {
        let wrong = expert.post(&to, &[("how", "worded"), ("place", place), ("text", text)]).await?;
        if wrong.status == 422 {
            assert!(wrong.body.contains(said) && wrong.body.contains(place), "{place}: {said}");
        } else {
            assert_eq!((place, wrong.status.as_u16()), ("d9", 303), "{}", wrong.body);
        }
    }
    assert_eq!(expert.post(&format!("{by}/leftovers/{}", id("none")), &[("how", "no-change")]).await?.status, 404);
    let done = expert.post(&to, &[("how", "worded"), ("place", "k3 d1"), ("text", "3. Khoản thêm bằng tay.")]).await?;
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(experts_page(&mut expert, &format!("{by}/leftovers")).await?.body.contains("Các chỗ sửa đổi đã xử lý xong"));
    assert_eq!(expert.post(&format!("{by}/amendments"), &[]).await?.status, 303);
});

crate::both!(what_cannot_be_read_is_said_and_old_codes_are_offered, stage, {
    let (_, mut expert) = stage.person("Nguyễn Văn Đạt", "0900000001", Role::Expert, None, None).await?;
    let nothing = expert.post("/documents/import", &[("paste", "  ")]).await?;
    assert!(nothing.status == 422 && nothing.body.contains("Hãy chọn tệp hoặc dán văn bản"));
    let files: [(&str, &[u8]); 4] = [
        ("cu.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"),
        ("anh.docx", b"PK\x03\x04broken"),
        ("rong.txt", b"   "),
        ("mot.txt", "Số: 90/2021/NĐ-CP\nNGHỊ ĐỊNH\nVề lớp\nĐiều 1. Một\n1. Hai.\n3. Bốn.\n".as_bytes()),
    ];
    let some = expert.upload_all("/documents/import", &[("step", "read")], "files", &files).await?;
    assert_eq!(some.status, 200, "what could be read goes on");
    for text in ["cu.doc: tệp Word đời cũ", "anh.docx: không phải tệp Word", "mot.txt", "dòng 6", "số thứ tự không liền"]
    {
        assert!(some.body.contains(text), "{text}");
    }
    let none = expert.upload_all("/documents/import", &[("step", "read")], "files", &files[..2]).await?;
    assert!(none.status == 422 && none.body.contains("cu.doc: tệp Word đời cũ"));

    // A scan of 9 MB in a Word file comes through, one of 40 MB does not.
    let mut large = b"PK\x03\x04".to_vec();
    large.resize(9 * 1024 * 1024, 0);
    let got = expert.upload("/documents/import", &[("step", "read")], "files", "to.docx", &large).await?;
    assert!(got.status == 422 && got.body.contains("to.docx: không phải tệp Word"), "{}", got.status);
    large.resize(40 * 1024 * 1024, 0);
    assert_eq!(expert.upload("/documents/import", &[("step", "read")], "files", "to.docx", &large).await?.status, 422);

    let odd = "Ðiều 1. Phạm vi điều chỉnh\n1. Một.\n";
    let offered = expert.post("/documents/import", &[("paste", odd), ("step", "read")]).await?;
    assert!(
        offered.body.contains("1 dòng có chữ chỉ giống chữ Việt")
            && offered.body.contains("dòng 1: Ðiều 1. Phạm … → <b>Điều 1. Phạm …</b>")
    );
    assert!(offered.body.contains("\nÐiều 1. Phạm vi"), "nothing is rewritten unasked");
    let converted = expert.post("/documents/import", &[("text-0", odd), ("convert-0", "look-alikes"), ("step", "read")]).await?;
    assert!(converted.body.contains("\nĐiều 1. Phạm vi") && !converted.body.contains('Ð'));
    for bad in [vec![("text-x", "…")], vec![("text-0", "…"), ("convert-0", "nothing")], vec![("text-99999999999999999999", "…")]] {
        let got = expert.post("/documents/import", &bad).await?;
        assert!(got.status == 200 || got.status == 422, "{bad:?}: {}", got.status);
    }
});

crate::both!(several_texts_are_kept_together, stage, {
    stage.clock.set(1_793_000_000_000);
    let (_, mut expert) = stage.person("Nguyễn Văn Đạt", "0900000001", Role::Expert, None, None).await?;
    let files: [(&str, &[u8]); 2] = [("nd-92.txt", AMENDING.as_bytes()), ("nd-90.txt", DECREE.as_bytes())];
    let seen = expert.upload_all("/documents/import", &[("step", "read")], "files", &files).await?;
    assert!(seen.body.contains("Đã đọc 2 văn bản") && seen.body.contains("id=\"number-1\""));
    let deed = seen.deed();
    let mut fields = filled(&deed, "keep", AMENDING, NUMBERS[1], DAYS[1]);
    let second: Vec<(String, &str)> =
        filled("", "", DECREE, NUMBERS[0], DAYS[0]).into_iter().skip(2).map(|(name, value)| (name.replace("-0", "-1"), value)).collect();
    fields.extend(second.iter().map(|(name, value)| (name.as_str(), *value)));
    let kept = expert.post("/documents/import", &fields).await?;
    assert_eq!((kept.status.as_u16(), kept.to.as_str()), (303, "/documents?done=texts-kept"), "{}", kept.body);
    // The amending one came first: its orders waited, and were carried out when the other came.
    assert_eq!(stage.count("select count(*) from wordings where by_id is not null").await?, 6);
    assert_eq!(stage.count("select count(*) from leftovers where settled_at is null").await?, 1);
});
