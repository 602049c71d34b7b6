//! The story of the chain, on both engines: two projects, two sponsors, every figure opened to its rows, every table as CSV and Excel.

use super::IDENTIFY;
use crate::db::{Statement, args};
use crate::ground::{Instant, Problem};
use crate::people::Scope;
use crate::reports::chain::atlas::Era;
use crate::reports::chain::kind::Kind;
use crate::reports::chain::sheets::View;
use crate::reports::store;
use crate::stage::hall::Hall;
use crate::stage::{Stage, Visitor};
use crate::web::{Actor, Grant, Lang, Role, W};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use regex::Regex;
use std::io::Cursor;
use std::sync::Arc;

/// Lines of a page's table.
fn lines(body: &str) -> usize {
    body.matches("<th scope=\"row\">").count()
}

/// What somebody can reach from a page of the chain.
fn links(body: &str, base: &str) -> Vec<String> {
    let link = Regex::new(&format!("href=\"({base}/[a-z]+(?:\\?[^\"]*)?)\"")).unwrap();
    let mut found: Vec<String> = link.captures_iter(body).map(|it| it[1].replace("&amp;", "&").replace("&#38;", "&")).collect();
    found.sort();
    found.dedup();
    found
}

/// The same sheet as page, CSV and Excel has the same lines.
async fn three_times(visitor: &mut Visitor, link: &str) -> Result<usize, Problem> {
    let page = visitor.get(link).await?;
    assert_eq!(page.status, 200, "{link}: {}", page.body);
    assert!(!page.body.contains('⟦'), "{link}: {}", page.body);
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let csv = visitor.get(&format!("{path}.csv?{query}")).await?;
    assert!(csv.bytes.starts_with(b"\xef\xbb\xbf") && csv.kind.starts_with("text/csv"), "{link}");
    let xlsx = visitor.get(&format!("{path}.xlsx?{query}")).await?;
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(xlsx.bytes))?;
    let name = book.sheet_names().first().cloned().unwrap_or_default();
    let sheet = book.worksheet_range(&name)?;
    let excel =
        (4..sheet.height()).filter(|row| sheet.get_value((u32::try_from(*row).unwrap(), 0)).is_some_and(|it| *it != Data::Empty)).count();
    let n = lines(&page.body);
    let in_csv = csv.body.trim_end().split("\r\n").count() - 1;
    assert_eq!((in_csv, excel), (n, n), "{link}");
    Ok(n)
}

crate::both!(
    /// Whoever oversees sees the chain of what they oversee; every figure opens to its rows; others see nothing.
    the_chain_is_seen_within_ones_scope, stage, {
        let mut it = Hall::on(stage).await?;
        let got = it.sponsor.get("/overview").await?;
        assert_eq!(got.status, 200, "{}", got.body);
        assert!(got.body.contains("<h1>1 lớp ở 1 tỉnh; 2 học viên của 1 xã đã học; 3 vướng mắc còn chờ</h1>"), "{}", got.body);
        assert!(got.body.contains("Chưa có kế hoạch nào được trình bày") && got.body.contains("Chưa có câu chuyện hay cách làm nào"), "{}", got.body);
        assert!(got.body.contains("Không có hai lớp nào trùng ngày"), "the other class is another sponsor's: {}", got.body);
        assert!(got.body.contains("href=\"/overview\" aria-current=\"page\""), "{}", got.body);
        assert!(!got.body.contains("KH18") && !got.body.contains("0912") && !got.body.contains('⟦'), "{}", got.body);
        assert_eq!(got.queries, ALL + IDENTIFY);
        let mut total = 0;
        for link in links(&got.body, "/overview") {
            total += three_times(&mut it.sponsor, &link).await?;
        }
        assert!(total > 10, "{total}");

        // A figure is as large as its rows.
        for (link, n) in [
            ("/overview/classes?kept=yes", 1),
            ("/overview/coverage?reached=yes", 1),
            ("/overview/coverage", 2),
            ("/overview/difficulties?waits=yes", 3),
            ("/overview/difficulties?way=advised", 2),
            ("/overview/difficulties?with=province", 1),
            ("/overview/difficulties?outcome=resolved", 1),
            ("/overview/clauses", 1),
            ("/overview/sexes?group=female", 1),
            ("/overview/difficulties?waits=yes&project=nothing", 0),
            ("/overview/peoples", 0),
        ] {
            assert_eq!(three_times(&mut it.sponsor, link).await?, n, "{link}");
        }
        let got = it.sponsor.get("/overview/difficulties?waits=yes").await?;
        assert!(got.body.contains("Nêu ẩn danh") && got.body.contains("Chưa giao chuyên gia") && got.body.contains("Sở Tài chính"), "{}", got.body);
        assert!(got.queries <= 5 + IDENTIFY, "{}", got.queries);
        let csv = it.sponsor.get("/overview/difficulties.csv?waits=yes&separator=comma").await?;
        assert!(csv.body.starts_with("\u{feff}Mã,Nội dung,"), "{}", csv.body);

        // The project's own page says the same; another's is not there.
        let (mine, other) = (format!("/projects/{}/overview", it.project), format!("/projects/{}/overview", it.other_project));
        let got = it.sponsor.get(&mine).await?;
        assert!(got.body.contains("2 học viên của 1 xã đã học; 3 vướng mắc còn chờ") && got.body.contains("Toàn cảnh: Dự án DAPT18"), "{}", got.body);
        assert_eq!(got.queries, ALL + 1 + IDENTIFY);
        for link in links(&got.body, &mine) {
            three_times(&mut it.sponsor, &link).await?;
        }
        for path in ["", "/classes", "/classes.csv", "/difficulties.xlsx", "/doubles"] {
            assert_eq!(it.sponsor.get(&format!("{other}{path}")).await?.status, 404, "{path}");
        }
        let got = it.sponsor.get("/overview/classes.csv?project=").await?;
        assert!(!got.body.contains("KH18"), "{}", got.body);
        let project = it.sponsor.get(&format!("/projects/{}", it.project)).await?;
        assert!(project.body.contains(&format!("href=\"{mine}\"")) && !project.body.contains("/rollout\""), "{}", project.body);

        // The sponsor of the other project sees that one alone.
        let other_project = it.other_project.clone();
        let (_, mut rival) = stage.person("Lý Thị Tư", "0912345699", Role::Sponsor, None, Some(&other_project)).await?;
        let got = rival.get("/overview").await?;
        assert!(got.body.contains("1 lớp ở 1 tỉnh; 0 học viên của 0 xã đã học; 0 vướng mắc còn chờ"), "{}", got.body);
        assert!(!got.body.contains("PT18") && !got.body.contains("Mỹ Lung</a>"), "{}", got.body);
        assert_eq!(got.queries, ALL + IDENTIFY, "as many for another");
        assert_eq!(rival.get(&mine).await?.status, 404);

        // An administrator sees both, and that they are on the same days.
        let got = it.keeper.get("/overview").await?;
        assert!(got.body.contains("2 lớp ở 1 tỉnh") && got.body.contains("1 cặp lớp có ngày trùng nhau"), "{}", got.body);
        assert_eq!(got.queries, ALL + IDENTIFY);
        assert_eq!(three_times(&mut it.keeper, "/overview/overlaps").await?, 1);

        // Experts see the chain without who is double-booked; trainees and guests see none of it.
        let got = it.hoa.get("/overview").await?;
        assert!(got.status == 200 && !got.body.contains("id=\"overlaps\""), "{}", got.body);
        assert_eq!(it.hoa.get("/overview/doubles").await?.status, 403);
        assert_eq!(it.hoa.get("/overview/nothing").await?.status, 404);
        assert_eq!(it.hoa.get("/overview/classes.pdf").await?.status, 404);
        for visitor in [&mut it.an, &mut it.stranger] {
            for path in ["/overview", "/overview/classes.csv", mine.as_str()] {
                assert_eq!(visitor.get(path).await?.status, 403, "{path}");
            }
        }
        assert_ne!(stage.guest().get("/overview").await?.status, 200);
    }
);

/// The queries of the whole overview, however much there is.
const ALL: u32 = 14;

crate::both!(
    /// A project's roll-out: those who run the project write it; a class stands for its line; a line can be taken back.
    the_rollout_is_counted_beside_the_classes, stage, {
        let mut it = Hall::on(stage).await?;
        let page = format!("/projects/{}/rollout", it.project);
        let got = it.secretary.get(&page).await?;
        assert!(got.status == 200 && got.body.contains("Chưa có lộ trình"), "{}", got.body);
        let plan = |province: &'static str, month: &'static str, classes: &'static str| vec![("province_id", province), ("month", month), ("classes", classes)];
        for fields in [plan("o25", "10/2018", "2"), plan("o25", "05/2017", "1")] {
            assert_eq!(it.secretary.post(&page, &fields).await?.status, 303);
        }
        let mut said = plan("o04", "9/2017", "3");
        said.push(("reported", "1"));
        let got = it.secretary.post(&page, &said).await?;
        assert_eq!(got.status, 422, "no such province: {}", got.body);
        let bad = it.secretary.post(&page, &plan("", "sang năm", "-1")).await?;
        assert!(bad.status == 422 && bad.body.contains("Có 3 chỗ cần sửa"), "{}", bad.body);
        let got = it.secretary.get(&page).await?;
        assert!(got.body.contains("Lộ trình 3 lớp ở 1 tỉnh") && got.body.contains("tháng 05/2017"), "{}", got.body);

        // One class is there: of three planned, two are left, the later line whole.
        let got = it.sponsor.get("/overview").await?;
        assert!(got.body.contains("1 lớp đang diễn ra; 2 lớp dự kiến"), "{}", got.body);
        assert_eq!(three_times(&mut it.sponsor, "/overview/classes?kept=no").await?, 1);
        // Taken back, and reported as held.
        assert_eq!(it.secretary.post(&page, &plan("o25", "2018-10-01", "0")).await?.status, 303);
        let mut held = plan("o25", "05/2017", "2");
        held.push(("reported", "1"));
        assert_eq!(it.secretary.post(&page, &held).await?.status, 303);
        let got = it.sponsor.get("/overview").await?;
        assert!(got.body.contains("1 lớp đã mở theo báo cáo, không có số liệu ở đây"), "{}", got.body);
        let csv = it.sponsor.get("/overview/classes.csv").await?;
        assert!(csv.body.contains(";tháng 05/2017;Đã mở theo báo cáo;1;;;;;\r\n"), "{}", csv.body);

        // Not for sponsors, experts, or the organisers of another project.
        assert_eq!(it.sponsor.get(&page).await?.status, 403);
        assert_eq!(it.hoa.post(&page, &plan("o25", "10/2018", "9")).await?.status, 403);
        let other = format!("/projects/{}/rollout", it.other_project);
        assert_eq!(it.secretary.post(&other, &plan("o25", "10/2018", "9")).await?.status, 404);
        let class = it.class.clone();
        let (_, mut clerk) = stage.person("Ngô Văn Ký", "0912345698", Role::Organiser, Some(&class), None).await?;
        assert_eq!(clerk.post(&page, &plan("o25", "10/2018", "9")).await?.status, 403, "one class is not the project");
        assert_eq!(clerk.get("/overview").await?.status, 200);
    }
);

crate::both!(
    /// Who speaks in two halls at once is told to those who plan both, and to nobody who sees only one.
    who_is_in_two_places_is_told, stage, {
        let mut it = Hall::on(stage).await?;
        let other = format!("/classes/{}/sessions", it.other);
        let fields = [("day", "16/10/2018"), ("from", "08:00"), ("to", "10:00"), ("topic", "Chính sách mới")];
        assert_eq!(it.keeper.post(&other, &fields).await?.status, 303);
        let (expert, _) = stage.person("Lê Đình Tuệ", "0912345697", Role::Expert, None, None).await?;
        let list = it.keeper.get(&other).await?;
        let theirs = list.between(&format!("{other}/"), "\"");
        let theirs = theirs.get(..36).unwrap_or_default();
        let mine = format!("/classes/{}/sessions/{}", it.class, it.sessions[0]);
        for session in [mine, format!("{other}/{theirs}")] {
            let got = it.keeper.post(&format!("{session}/speakers"), &[("person", &expert)]).await?;
            assert_eq!(got.status, 303, "{session}: {}", got.body);
        }
        assert_eq!(three_times(&mut it.keeper, "/overview/doubles").await?, 2, "on the same days, and at the same hours");
        assert_eq!(three_times(&mut it.keeper, "/overview/doubles?kind=hour").await?, 1);
        let got = it.keeper.get("/overview").await?;
        assert!(got.body.contains("2 trường hợp một người có hai nơi") && got.body.contains("Lê Đình Tuệ") && got.body.contains("1 người chung"), "{}", got.body);
        assert_eq!(three_times(&mut it.sponsor, "/overview/doubles").await?, 0);
    }
);

/// Puts a row where another room would.
async fn put(stage: &Stage, sql: &'static str) -> Result<(), Problem> {
    let tx = stage.db().begin().await?;
    tx.run(&Statement { name: "put", sql }, args![]).await?;
    tx.commit().await
}

/// What the lower rooms and lists keep, put there directly: no journal makes it, so this story ends without a check.
async fn other_rooms_are_read(stage: &Stage) -> Result<(), Problem> {
    let it = Hall::on(stage).await?;
    for sql in [
        "insert into places (id, era, code, kind, name, full_name, name_fold, name_sort, parent_id, lat, lon, valid_from, valid_to)
            values ('n25', 'new', '25', 'province', 'Phú Thọ', 'Tỉnh Phú Thọ', 'phu tho', 'phu tho', null, 21.3, 105.2, '2025-07-01', null)",
        "insert into places (id, era, code, kind, name, full_name, name_fold, name_sort, parent_id, lat, lon, valid_from, valid_to)
            values ('n08470', 'new', '08470', 'commune', 'Sơn Lương', 'Xã Sơn Lương', 'son luong', 'son luong', 'n25', 21.4, 105.0, '2025-07-01', null)",
        "insert into successors (before_id, after_id, extent) values ('o25', 'n25', 'whole'), ('o08470', 'n08470', 'whole'), ('o08473', 'n08470', 'part')",
        "insert into practices (id, code, kind, class_id, project_id, place_id, title, title_fold, text_fold, state, written_at, changed_at, changed_hlc, state_hlc)
            select 'r1', 'CL-1', 'practice', c.id, c.project_id, 'o08470', 'Nuôi lợn theo nhóm', 'nuoi', '', 'shown', 1, 1, 1, 1 from classes c where c.code = 'PT18'",
        "insert into practices (id, code, kind, class_id, project_id, place_id, title, title_fold, text_fold, state, written_at, changed_at, changed_hlc, state_hlc)
            select 'r2', 'CL-2', 'practice', c.id, c.project_id, 'o08470', 'Chưa xong', 'chua', '', 'draft', 1, 1, 1, 1 from classes c where c.code = 'PT18'",
        "insert into adoptions (id, practice_id, place_id, state, taken_up_at, changed_at, changed_hlc)
            values ('a1', 'r1', 'o08473', 'done', 1, 1, 1), ('a2', 'r2', 'o08473', 'done', 1, 1, 1)",
        "insert into plans (id, class_id, project_id, place_id, horizon, title, state, written_at, changed_at, title_hlc, aim_hlc, state_hlc)
            select 'l1', c.id, c.project_id, 'o08470', 'short', 'Kế hoạch sửa mương', 'presented', 1, 1, 1, 1, 1 from classes c where c.code = 'PT18'",
        "insert into plans (id, class_id, project_id, place_id, horizon, title, state, written_at, changed_at, title_hlc, aim_hlc, state_hlc)
            select 'l2', c.id, c.project_id, 'o08470', 'short', 'Nháp', 'draft', 1, 1, 1, 1, 1 from classes c where c.code = 'PT18'",
        "insert into plan_steps (id, plan_id, sort, text, starts_on, due_on, state, done_at,
            added_at, changed_at, text_hlc, result_hlc, dates_hlc, owner_hlc, partners_hlc, links_hlc, resources_hlc, state_hlc) values
            ('s1', 'l1', 1, 'Họp thôn', '2018-09-01', '2018-10-10', 'done', 1539000000000, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
            ('s2', 'l1', 2, 'Nạo vét', '2018-09-01', '2018-10-01', 'done', 1539500000000, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
            ('s3', 'l1', 3, 'Lát đá', '2018-09-01', '2018-10-01', 'under_way', null, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
            ('s4', 'l1', 4, 'Nghiệm thu', '2018-09-01', '2018-12-01', 'planned', null, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)",
    ] {
        put(stage, sql).await?;
    }
    let scope = Scope::of(&Actor {
        grants: vec![Grant { role: Role::Sponsor, class: None, project: Some(it.project.clone()) }],
        ..Actor::default()
    });
    let view = |era: Era| {
        let scope = scope.clone();
        async move {
            let found = store::chain::found(stage.db(), &scope, "", None, true, Instant(1_539_666_000_000)).await?;
            let w = W::new(Arc::clone(&stage.app.words), Lang::Vi);
            Ok::<_, Problem>(View::new(w, found, era, "/overview".into(), None, stage.app.clock.now().date()))
        }
    };
    let (old, new) = (view(Era::Old).await?, view(Era::New).await?);
    assert_eq!((old.sheet(Kind::Practices).count(&[]), old.sheet(Kind::Adoptions).count(&[("state", "done")])), (1, 1), "no draft");
    let steps = old.sheet(Kind::Steps);
    for kept in ["on-time", "late", "overdue", "ahead"] {
        assert_eq!(steps.count(&[("kept", kept)]), 1, "{kept}");
    }
    assert_eq!(old.sheet(Kind::Plans).count(&[]), 1);
    // By both maps the same sums, in other rows.
    let (by_old, by_new) = (old.sheet(Kind::Coverage), new.sheet(Kind::Coverage));
    assert_eq!((by_old.lines.len(), by_new.lines.len()), (2, 1));
    for kind in Kind::ALL {
        assert_eq!(old.sheet(kind).sums(), new.sheet(kind).sums(), "{}", kind.name());
        assert_eq!(old.sheet(kind).lines.is_empty(), new.sheet(kind).lines.is_empty());
    }
    let name = by_new.lines.first().and_then(|it| it.cells.first()).map(crate::reports::chain::sheet::Cell::shown).unwrap_or_default();
    assert_eq!(name, "Xã Sơn Lương (có xã cũ bị chia tách, tính cả vào đây)");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_rooms_are_read_on_sqlite() -> Result<(), Problem> {
    other_rooms_are_read(&Stage::sqlite().await?).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_rooms_are_read_on_postgres() -> Result<(), Problem> {
    match Stage::postgres().await? {
        Some(stage) => other_rooms_are_read(&stage).await,
        None => Ok(()),
    }
}
