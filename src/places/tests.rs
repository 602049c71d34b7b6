//! The story of places, on both engines, over the communes of the former mountain districts of Phú Thọ.

use super::*;
use crate::db::Deed;
use crate::ground::dates::Date;
use crate::ground::{Problem, new_id};
use crate::stage::Stage;

/// A slice of the lists in the demonstration's shape: with remarks, kinds and names apart.
pub(crate) const UNITS: &str = "# remark
era\tcode\tkind\tname\tparent\tlat\tlon
old\t25\tTỉnh\tPhú Thọ\t\t21.3089\t105.3131
old\t26\tTỉnh\tVĩnh Phúc\t\t21.3609\t105.5474
old\t17\tTỉnh\tHoà Bình\t\t20.6861\t105.3131
old\t240\tHuyện\tTân Sơn\t25\t21.2000\t104.9700
old\t234\tHuyện\tYên Lập\t25\t21.3500\t105.0500
old\t235\tHuyện\tCẩm Khê\t25\t21.4000\t105.1200
old\t08620\tXã\tTam Thanh\t240\t21.1300\t105.0000
old\t08617\tXã\tVinh Tiền\t240\t21.1200\t104.9500
old\t08623\tXã\tLong Cốc\t240\t21.1500\t105.0300
old\t08566\tThị trấn\tTân Phú\t240\t21.2100\t104.9900
old\t08563\tXã\tTân Sơn\t240\t21.2700\t104.9200
old\t08560\tXã\tLai Đồng\t240\t21.2600\t104.8900
old\t08545\tXã\tThu Cúc\t240\t21.2800\t104.8400
old\t08293\tXã\tMỹ Lung\t234\t21.4600\t104.9300
old\t08296\tXã\tMỹ Lương\t234\t21.4400\t104.9500
old\t08299\tXã\tLương Sơn\t234\t21.4200\t104.9700
old\t08374\tXã\tTùng Khê\t235\t21.4100\t105.0900
old\t08380\tXã\tVăn Bán\t235\t21.4000\t105.0700
old\t90001\tPhường\t1\t234\t\t
new\t25\tTỉnh\tPhú Thọ\t\t21.3089\t105.3131
new\t08620\tXã\tLong Cốc\t25\t21.1400\t105.0000
new\t08566\tXã\tTân Sơn\t25\t21.2100\t104.9800
new\t08560\tXã\tLai Đồng\t25\t21.2600\t104.9000
new\t08545\tXã\tThu Cúc\t25\t21.2800\t104.8400
new\t08296\tXã\tSơn Lương\t25\t21.4400\t104.9500
new\t08377\tXã\tVân Bán\t25\t21.4000\t105.0800
";

pub(crate) const SUCCESSORS: &str = "old\tnew\tshare
08620\t08620\twhole
08617\t08620\twhole
08623\t08620\twhole
08566\t08566\twhole
08563\t08560\twhole
08560\t08560\twhole
08545\t08545\twhole
08293\t08296\twhole
08296\t08296\twhole
08299\t08296\tpart
08374\t08377\twhole
08380\t08377\twhole
";

pub(crate) const PROVINCES: &str = "old\tnew\n25\t25\n26\t25\n17\t25\n";

pub(crate) fn deed(stage: &Stage) -> Deed {
    Deed { id: new_id(&stage.app.clock, &stage.app.chance), actor: None, on_behalf: None, at: stage.app.clock.now() }
}

/// Takes over the slice.
pub(crate) async fn list(stage: &Stage) -> Result<Imported, Problem> {
    let mut tx = stage.db().begin().await?;
    let imported = import_tsv(&mut tx, &deed(stage), UNITS, SUCCESSORS, PROVINCES).await?;
    tx.commit().await?;
    Ok(imported)
}

async fn names(stage: &Stage, text: &str, at: Option<&str>) -> Result<Vec<String>, Problem> {
    let at = at.map(|it| Date::read(it).expect("a day"));
    Ok(find(stage.db(), text, at, 20).await?.iter().map(|it| format!("{} {}", it.place.id, it.line())).collect())
}

crate::both!(
    /// The same lists twice are one change; a mended line is one more; the other shape says the same.
    lists_are_taken_over_once, stage, {
        let first = list(stage).await?;
        assert_eq!(first, Imported { units: 26, successors: 15, changed: 41 });
        let events = stage.count("select count(*) from journal").await?;
        assert_eq!(list(stage).await?.changed, 0);
        assert_eq!(stage.count("select count(*) from journal").await?, events);

        let mut tx = stage.db().begin().await?;
        let mended = UNITS.replace("Xã\tVinh Tiền", "Xã\tVinh Tiến");
        let again = import_tsv(&mut tx, &deed(stage), &mended, SUCCESSORS, PROVINCES).await?;
        tx.commit().await?;
        assert_eq!(again.changed, 1);
        assert_eq!(place(stage.db(), "o08617").await?.map(|it| it.name), Some("Vinh Tiến".into()));

        // The shape of the shared lists: commas, days, full names, names told apart in brackets.
        let folder = tempfile::tempdir()?;
        let units = "valid_from,valid_to,level,code,full_name,name,parent_code,lat,lon\n\
            ,2025-06-30,commune,08617,Xã Vinh Tiền,Vinh Tiền (Xã),240,21.12001,104.95002\n2025-07-01,,commune,08545,Xã Thu Cúc,Thu Cúc,25,21.28,104.84\n";
        std::fs::write(folder.path().join("units.csv"), units)?;
        std::fs::write(folder.path().join("successors.csv"), "code_until_2025_06_30,code_from_2025_07_01,share\n08545,08545,whole\n")?;
        std::fs::write(folder.path().join("province_successors.csv"), "code_until_2025_06_30,code_from_2025_07_01\n26,25\n")?;
        let other = import_folder(stage.db(), &deed(stage), folder.path()).await?;
        assert_eq!(other, Imported { units: 2, successors: 2, changed: 1 });
        assert_eq!(place(stage.db(), "o08617").await?.map(|it| (it.name, it.valid_to)), Some(("Vinh Tiền".into(), Some(LAST_OLD.into()))));
    }
);

crate::both!(
    /// By name with and without diacritics, by where it lies, by code, at a day.
    places_are_found, stage, {
        list(stage).await?;
        for text in ["Mỹ Lung", "my lung", "mi lung", "Mĩ Lung", "xã mỹ lung", "my lung yen lap", "My Lung, Yen Lap, Phu Tho", "x. mỹ lung", "08293", "MỸ LUNG"] {
            assert_eq!(names(stage, text, None).await?, ["o08293 xã Mỹ Lung, huyện Yên Lập, tỉnh Phú Thọ"], "{text}");
        }
        // Not in another district, and no longer.
        assert!(names(stage, "my lung, tan son", None).await?.is_empty());
        assert!(names(stage, "my lung", Some("01/07/2025")).await?.is_empty());
        assert_eq!(names(stage, "my lung", Some("30/06/2025")).await?.len(), 1);
        // The same diacritics before others.
        assert_eq!(names(stage, "Vân Bán", None).await?, ["n08377 xã Vân Bán, tỉnh Phú Thọ", "o08380 xã Văn Bán, huyện Cẩm Khê, tỉnh Phú Thọ"]);
        assert_eq!(names(stage, "văn bán", None).await?.first().map(String::as_str), Some("o08380 xã Văn Bán, huyện Cẩm Khê, tỉnh Phú Thọ"));
        // The tone mark's place is no matter.
        assert_eq!(names(stage, "Hòa Bình", None).await?, ["o17 tỉnh Hoà Bình"]);
        // A name by itself, then names that begin so, then names that hold it; one code in both eras.
        assert_eq!(names(stage, "luong", None).await?, ["o08299 xã Lương Sơn, huyện Yên Lập, tỉnh Phú Thọ", "o08296 xã Mỹ Lương, huyện Yên Lập, tỉnh Phú Thọ", "n08296 xã Sơn Lương, tỉnh Phú Thọ"]);
        assert_eq!(names(stage, "huyện tân sơn", None).await?.first().map(String::as_str), Some("o240 huyện Tân Sơn, tỉnh Phú Thọ"));
        assert_eq!(names(stage, "08620", None).await?, ["n08620 xã Long Cốc, tỉnh Phú Thọ", "o08620 xã Tam Thanh, huyện Tân Sơn, tỉnh Phú Thọ"]);
        assert_eq!(names(stage, "phường 1", None).await?, ["o90001 phường 1, huyện Yên Lập, tỉnh Phú Thọ"]);
        for nothing in ["", " , ", "%", "100%_\\", "không đâu cả"] {
            assert!(names(stage, nothing, None).await?.is_empty(), "{nothing}");
        }
    }
);

crate::both!(
    /// The traps: names and codes that stand for something else in the other era.
    what_became_of_a_place, stage, {
        list(stage).await?;
        let ids = |links: Vec<(Place, String)>| links.into_iter().map(|(place, extent)| format!("{} {} {extent}", place.id, place.name)).collect::<Vec<_>>();
        let db = stage.db();
        assert_eq!(ids(successors(db, "o08620").await?), ["n08620 Long Cốc whole"]);
        assert_eq!(ids(predecessors(db, "n08620").await?), ["o08623 Long Cốc whole", "o08620 Tam Thanh whole", "o08617 Vinh Tiền whole"]);
        assert_eq!(ids(successors(db, "o08563").await?), ["n08560 Lai Đồng whole"]);
        assert_eq!(ids(predecessors(db, "n08566").await?), ["o08566 Tân Phú whole"]);
        assert_eq!(ids(successors(db, "o08380").await?), ["n08377 Vân Bán whole"]);
        assert_eq!(ids(predecessors(db, "n08296").await?), ["o08293 Mỹ Lung whole", "o08296 Mỹ Lương whole", "o08299 Lương Sơn part"]);
        assert_eq!(descendants_of_province(db, "o25").await?.len(), 13);
        assert_eq!(descendants_of_province(db, "n25").await?.len(), 6);
        assert_eq!(within(db, "o25").await?.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Cẩm Khê", "Tân Sơn", "Yên Lập"]);
    }
);

crate::both!(
    /// Through the front door.
    pages_say_what_became, stage, {
        let mut guest = stage.guest();
        let got = guest.get("/places").await?;
        assert!(got.body.contains("Chưa có danh mục địa bàn"), "{}", got.body);
        list(stage).await?;

        let got = guest.get("/places").await?;
        assert_eq!(got.status, 200);
        assert!(got.body.contains("3 tỉnh, thành phố đến 30/06/2025") && got.body.contains("1 tỉnh, thành phố từ 01/07/2025"));
        let got = guest.get("/places?q=my+lung").await?;
        assert!(got.body.contains("1 địa bàn khớp với “my lung”") && got.body.contains("huyện Yên Lập, tỉnh Phú Thọ"), "{}", got.body);
        assert!(got.queries <= 2, "{}", got.queries);
        assert_eq!(guest.get("/places?q=my+lung&at=32/13/2018").await?.status, 422);
        assert!(guest.get("/places?q=my+lung&at=1.8.2025").await?.body.contains("Chưa tìm thấy"));

        for (path, says) in [
            ("/places/o08293", "Xã Mỹ Lung thuộc xã Sơn Lương, tỉnh Phú Thọ từ 01/07/2025"),
            ("/places/n08296", "Xã Sơn Lương lập từ 3 xã, phường, thị trấn cũ"),
            ("/places/o08545", "Xã Thu Cúc giữ nguyên khi sắp xếp năm 2025"),
            ("/places/n08545", "Xã Thu Cúc giữ nguyên khi sắp xếp năm 2025"),
            ("/places/o08566", "Thị trấn Tân Phú là xã Tân Sơn, tỉnh Phú Thọ từ 01/07/2025"),
            ("/places/o240", "Huyện Tân Sơn kết thúc hoạt động từ 01/07/2025"),
            ("/places/o26", "Tỉnh Vĩnh Phúc thuộc tỉnh Phú Thọ từ 01/07/2025"),
            ("/places/n25", "Tỉnh Phú Thọ hợp nhất từ 3 tỉnh, thành phố cũ"),
        ] {
            let got = guest.get(path).await?;
            assert_eq!(got.status, 200, "{path}");
            assert!(got.body.contains(&format!("<h1>{says}</h1>")), "{path}: {}", got.between("<h1>", "</h1>"));
            assert!(!got.body.contains('⟦'), "{path}");
            assert_eq!(got.queries, 5, "{path}");
        }
        // The new Tân Sơn is not the old one, which went to Lai Đồng; and its code was Tân Phú's, which did become it.
        let got = guest.get("/places/n08566").await?;
        let twins = got.between("Xin đừng nhầm", "</ul>");
        assert!(twins.contains("/places/o08563") && twins.contains("Trùng tên") && !twins.contains("o08566"), "{twins}");
        // The old Long Cốc lies in the new one, which has another's code: no confusion. The old Tam Thanh's code is now Long Cốc's.
        assert!(!guest.get("/places/n08620").await?.body.contains("Xin đừng nhầm"));
        // Of a district's communes it is said what they became.
        assert!(guest.get("/places/o240").await?.body.contains("về xã Lai Đồng"));
        assert!(guest.get("/places/n25").await?.body.contains("lập từ xã Mỹ Lung, xã Mỹ Lương, xã Lương Sơn (một phần)"));
        assert_eq!(guest.get("/places/n99999").await?.status, 404);
    }
);

/// Errors name the line.
#[tokio::test]
async fn wrong_lists_are_refused() -> Result<(), Problem> {
    let stage = Stage::sqlite().await?;
    let head = "era\tcode\tkind\tname\tparent\tlat\tlon\n";
    for (units, says) in [
        (String::new(), "units: nothing there"),
        (format!("{head}old\t25\tTỉnh\n"), "units, line 2: 3 columns, not 7"),
        (format!("{head}\nold\t2\tTỉnh\tPhú Thọ\t\t\t\n"), "units, line 3: “2” is no code"),
        (format!("{head}now\t25\tTỉnh\tPhú Thọ\t\t\t\n"), "units, line 2: era “now”"),
        (format!("{head}old\t25\tVùng\tPhú Thọ\t\t\t\n"), "units, line 2: “Vùng Phú Thọ” does not begin with a kind"),
        (format!("{head}old\t25\tTỉnh\tPhú Thọ\t\tx\t\n"), "units, line 2: lat “x”"),
        (
            format!("{head}old\t25\tTỉnh\tPhú Thọ\t\t\t\nold\t25\tTỉnh\tPhú Thọ\t\t\t\n"),
            "units, line 3: 25 of the old era stands in the list twice",
        ),
        (format!("{head}old\t234\tHuyện\tYên Lập\t\t\t\n"), "units, line 2: a province lies in nothing"),
        (format!("{head}old\t234\tHuyện\tYên Lập\t25\t\t\n"), "o234 lies in o25, which no list names"),
    ] {
        let mut tx = stage.db().begin().await?;
        let said = import_tsv(&mut tx, &deed(&stage), &units, "old\tnew\tshare\n", "old\tnew\n")
            .await
            .err()
            .map(|it| it.to_string())
            .unwrap_or_default();
        assert!(said.contains(says), "{said}");
    }
    let mut tx = stage.db().begin().await?;
    let units = format!("{head}old\t25\tTỉnh\tPhú Thọ\t\t\t\n");
    let said = import_tsv(&mut tx, &deed(&stage), &units, "old\tnew\tshare\n", "old\tnew\n25\t25\n")
        .await
        .err()
        .map(|it| it.to_string())
        .unwrap_or_default();
    assert!(said.contains("o25 becomes n25"), "{said}");
    drop(tx);
    assert_eq!(stage.count("select count(*) from journal").await?, 0);
    Ok(())
}

/// Every sample in both languages: no word is missing.
#[tokio::test]
async fn samples_have_their_words() -> Result<(), Problem> {
    let stage = Stage::sqlite().await?;
    for lang in crate::web::Lang::ALL {
        let s = crate::web::Shell::sample(crate::web::W::new(std::sync::Arc::clone(&stage.app.words), lang));
        for sample in (room().samples)(&s) {
            assert!(!sample.html.contains('⟦'), "{} {}: {}", lang.tag(), sample.name, sample.html);
        }
    }
    Ok(())
}

/// The demonstration's own copy is the whole country in both eras; a second time it changes nothing.
#[tokio::test(flavor = "multi_thread")]
async fn the_whole_country_is_taken_over() -> Result<(), Problem> {
    let stage = Stage::sqlite().await?;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/places");
    let imported = import_folder(stage.db(), &deed(&stage), &folder).await?;
    assert_eq!((imported.units, imported.successors), (14_149, 10_660));
    assert_eq!(import_folder(stage.db(), &deed(&stage), &folder).await?.changed, 0);
    // Of the 148 communes of Phú Thọ, and of Vân Bán's three.
    assert_eq!(within(stage.db(), "n25").await?.len(), 148);
    assert_eq!(predecessors(stage.db(), &find(stage.db(), "Vân Bán, Phú Thọ", None, 1).await?[0].place.id).await?.len(), 3);
    Ok(())
}
