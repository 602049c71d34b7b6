//! Naming by an Excel list: looked at first, then all of it or nothing.

use super::*;
use crate::both;

/// Confirms a preview on a place's own page.
async fn confirm(commune: &mut Visitor, call: &str, fields: &[(&str, String)]) -> Result<Got, Problem> {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    commune.post(&format!("{call}/list/confirmation"), &fields).await
}

both!(
    /// What is no list is refused with its reason; a list is shown, mended where one agrees, and kept as a whole.
    a_list_is_looked_at_and_then_kept,
    stage,
    {
        let office = office(stage).await?;
        let call = office.call(stage, KIM_THUONG);
        let mut commune = stage.guest();
        assert_eq!(commune.get(&format!("{call}/list")).await?.status, 200);
        let many: Vec<Vec<String>> = (0..20_000).map(|it| vec![it.to_string(), format!("Hà Văn An {it}")]).collect();
        let many: Vec<Vec<&str>> = many.iter().map(|it| it.iter().map(String::as_str).collect()).collect();
        let many: Vec<&[&str]> = many.iter().map(Vec::as_slice).collect();
        for (bytes, word) in [
            (b"%PDF-1.7 not really".to_vec(), "Đây là tệp PDF"),
            (xlsx(&many), "hơn 500 dòng"),
            (Vec::new(), "Hãy chọn tệp danh sách"),
            (b"a,b,c".to_vec(), "Không đọc được tệp này"),
            (xlsx(&[]), "bên dưới không có người nào"),
        ] {
            let got = commune.upload(&format!("{call}/list"), &[], "file", "danh sách.xlsx", &bytes).await?;
            assert!(got.status == 422 && got.body.contains(word), "{word}: {}", got.body);
        }

        let bytes = xlsx(&[
            &["1", "HÀ VĂN ĐÔNG", "1980", "Nam", "Chủ tịch", "912000004"],
            &["2", "Xa Thị Én", "1985", "Nữ", "Phó Chủ tịch", "0912000005 / 0912000006"],
            &["3", "Hà Thị Gấm", "85", "Nữ", "", ""],
            &["4", "H'Hen <b>Niê</b>", "1990", "Nữ", "\"Kế toán\" & thủ quỹ", ""],
            &["5", "Hà Văn Hai", "1991", "Nam", "", "0912000007"],
        ]);
        let page = commune.upload(&format!("{call}/list"), &[], "file", "ds.xlsx", &bytes).await?;
        assert!(page.status == 200 && page.body.contains("Đọc được 4 người, 1 dòng cần sửa"), "{}", page.body);
        for word in ["Sửa chữ in hoa: HÀ VĂN ĐÔNG thành Hà Văn Đông", "mất số 0 đầu: 912000004", "lấy số 0912000005", "Không đọc được năm sinh “85”"] {
            assert!(page.body.contains(word), "{word}: {}", page.body);
        }
        assert!(!page.body.contains("<b>Niê"), "what was typed is text");
        assert_eq!(stage.count("select count(*) from trainees").await?, 0, "nothing is kept yet");

        assert!(page.body.contains("được mời 3 người; danh sách có 4. Xin chọn 3 người"), "said before it is refused");
        let (deed, rows, reading) = (page.deed(), hidden(&page, "row"), hidden(&page, "reading").remove(0));
        let send = |take: &[&'static str]| {
            let mut fields: Vec<(&str, String)> = vec![("deed", deed.clone()), ("reading", reading.clone()), ("place", KIM_THUONG.to_owned()), ("mend", "4.0".into())];
            fields.extend(rows.iter().map(|it| ("row", it.clone())));
            fields.extend(take.iter().map(|it| ("take", (*it).to_owned())));
            fields
        };
        let got = confirm(&mut commune, &call, &send(&[])).await?;
        assert!(got.status == 422 && got.body.contains("Hãy chọn ít nhất một người"), "{}", got.body);
        let got = confirm(&mut commune, &call, &send(&["4", "5", "7", "8"])).await?;
        assert!(got.status == 422 && got.body.contains("được mời 3 người, tính cả lần này thành 4"), "{}", got.body);
        assert!(hidden(&got, "row").len() == 4 && got.body.contains("Hà Văn Hai"), "the rows are still there");
        for word in ["mất số 0 đầu: 912000004", "Không đọc được năm sinh “85”", "Xin chọn 3 người"] {
            assert!(got.body.contains(word), "still said: {word}: {}", got.body);
        }
        assert_eq!(stage.count("select count(*) from persons").await?, 1, "nothing is half kept");
        for _ in 0..2 {
            let got = confirm(&mut commune, &call, &send(&["4", "5", "7"])).await?;
            assert_eq!(got.to, format!("{call}?done=list-taken"), "{}", got.body);
        }
        let trainees = classes::trainees(stage.db(), &office.class.id).await?;
        let mut lines: Vec<String> = trainees.iter().map(|it| format!("{} {}", it.name, it.phone.as_deref().unwrap_or("-"))).collect();
        lines.sort();
        assert_eq!(lines, ["H'Hen <b>Niê</b> -", "Hà Văn Đông 0912000004", "Xa Thị Én -"], "one mending was taken, the other left");

        // Rows made up by hand are checked as anything typed: none of them is kept.
        let forged = "{\"at\":9,\"family\":\"\",\"given\":\"123\",\"phone\":\"99\",\"position\":\"\",\"unit\":\"\",\"target_group\":\"\",\"note\":\"\",\"offers\":[]}";
        let good = rows[3].as_str();
        let fields = [("row", good), ("take", "8"), ("row", forged), ("take", "9")];
        let mut organiser = office.organiser.clone();
        let got = organiser.post(&office.at("/nominations/list/confirmation"), &[&[("place", KIM_THUONG)][..], &fields].concat()).await?;
        assert!(got.status == 422 && got.body.contains("Dòng 9 chưa lưu được"), "{}", got.body);
        assert_eq!(stage.count("select count(*) from trainees").await?, 3);
        // The organiser may name more than the seats.
        let got = organiser.post(&office.at("/nominations/list/confirmation"), &[("place", KIM_THUONG), ("row", good), ("take", "8")]).await?;
        assert_eq!(got.status, 303, "{}", got.body);
        assert_eq!(stage.count("select count(*) from trainees").await?, 4);
        assert_eq!(organiser.upload(&office.at("/nominations/list"), &[("place", "")], "file", "ds.xlsx", &bytes).await?.status, 422);
        assert_eq!(organiser.upload(&office.at("/nominations/list"), &[("place", MY_LUNG)], "file", "ds.xlsx", &bytes).await?.status, 200);
    }
);
