//! The story of programmes, on both engines: the facts of the demonstration, and two people at one place's items.

use super::programme::{NewComponent, NewPeriod};
use super::*;
use crate::db::Deed;
use crate::ground::{Problem, Refused, new_id};
use crate::people::{self, Means, NewPerson};
use crate::places;
use crate::stage::{Stage, Visitor};
use crate::web::Role;

const PROGRAMMES: &str = include_str!("../../demo/programmes.json");
const DOCUMENTS: &str = include_str!("../../demo/documents.json");

/// The seven communes of Cẩm Khê that a list of the demonstration names, what became of one, and Mỹ Lung.
const UNITS: &str = "era\tcode\tkind\tname\tparent\tlat\tlon
old\t25\tTỉnh\tPhú Thọ\t\t21.3\t105.3
old\t235\tHuyện\tCẩm Khê\t25\t\t
old\t234\tHuyện\tYên Lập\t25\t\t
old\t08344\tXã\tTiên Lương\t235\t\t
old\t08377\tXã\tTam Sơn\t235\t\t
old\t08374\tXã\tTùng Khê\t235\t\t
old\t08356\tXã\tPhượng Vĩ\t235\t\t
old\t08398\tXã\tPhú Khê\t235\t\t
old\t08422\tXã\tYên Dưỡng\t235\t\t
old\t08428\tXã\tĐiêu Lương\t235\t\t
old\t08293\tXã\tMỹ Lung\t234\t\t
new\t25\tTỉnh\tPhú Thọ\t\t21.3\t105.3
new\t08344\tXã\tTiên Lương\t25\t\t
";
const SUCCESSORS: &str = "old\tnew\tshare\n08344\t08344\twhole\n08356\t08344\twhole\n";

fn deed(stage: &Stage) -> Deed {
    Deed { id: new_id(&stage.app.clock, &stage.app.chance), actor: None, on_behalf: None, at: stage.app.clock.now() }
}

async fn furnish(stage: &Stage) -> Result<(), Problem> {
    let mut tx = stage.db().begin().await?;
    places::import_tsv(&mut tx, &deed(stage), UNITS, SUCCESSORS, "old\tnew\n25\t25\n").await?;
    assert!(import(&mut tx, &deed(stage), PROGRAMMES, DOCUMENTS).await? > 50);
    tx.commit().await
}

async fn visitor(stage: &Stage, name: &str, role: Role, place: Option<&str>) -> Result<Visitor, Problem> {
    let mut tx = stage.db().begin().await?;
    let deed = deed(stage);
    let new = NewPerson { name: name.into(), place_id: place.map(str::to_owned), illustration: true, ..NewPerson::default() };
    let person = people::enter(&mut tx, &deed, new).await.map_err(|refused| Problem::new(format!("{refused:?}")))?;
    people::grant(&mut tx, &deed.part("grant"), &person, role, None, None).await?;
    tx.commit().await?;
    let means = if role == Role::Trainee { Means::Door } else { Means::Password };
    Ok(stage.with_token(&people::token_for(&stage.app, &person, means).await?))
}

const ROAD: [(&str, &str); 7] = [
    ("name", "Đường bê tông liên thôn"),
    ("component", "135-2016-2020.TDA1-DT"),
    ("state", "under_way"),
    ("year", "2018"),
    ("planned", "1,2 tỷ"),
    ("spent", "450 triệu"),
    ("note", "Còn 300 m"),
];

fn with<'a>(form: &[(&'a str, &'a str)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = form.iter().filter(|(name, _)| !changes.iter().any(|(it, _)| it == name));
    kept.chain(changes).copied().collect()
}

crate::both!(
    /// The chain of programmes: dated data, with what it rests on; the same facts again change nothing.
    the_chain, stage, {
        furnish(stage).await?;
        furnish(stage).await?;
        let periods = periods(stage.db()).await?;
        assert_eq!(periods.iter().map(Period::years).collect::<Vec<_>>(), [(1999, 2005), (2006, 2010), (2012, 2015), (2016, 2020), (2021, 2025), (2026, 2030)]);
        assert_eq!(periods[0].legal_basis, "Quyết định 135/1998/QĐ-TTg ngày 31/07/1998");
        let tree = components(stage.db(), "135-2016-2020").await?;
        assert_eq!(tree.iter().map(|it| (it.code.as_str(), it.depth)).collect::<Vec<_>>(), [("DA2", 0), ("TDA1", 1), ("TDA1-DT", 2), ("TDA1-DTBD", 2), ("TDA2", 1), ("TDA3", 1)]);

        let mut guest = stage.guest();
        assert_eq!(guest.get("/programmes").await?.status, 403);
        let mut expert = visitor(stage, "Đinh Thị Bình", Role::Expert, None).await?;
        let got = expert.get("/programmes").await?;
        assert!(got.body.contains("<h1>Nay là Chương trình 135, 2016–2020"), "{}", got.between("<h1>", "</h1>"));
        assert!(got.body.contains("6 giai đoạn nối tiếp nhau, 1999–2030") && got.body.contains("Quyết định 1719/QĐ-TTg"), "{}", got.body);
        let got = expert.get("/programmes/135-2016-2020").await?;
        assert!(got.body.contains("6 hợp phần, hạng mục") && got.body.contains("7 địa bàn đã ghi trong danh sách"), "{}", got.body);
        assert!(got.body.contains("Xã Tiên Lương") && got.body.contains("từ 01/02/2016 đến 19/06/2017"));
        let tree = got.between("hạng mục</h2>", "<h2>");
        assert_eq!((tree.matches("<ul>").count(), tree.matches("</ul>").count(), tree.matches("</li>").count()), (3, 3, 6), "{tree}");
        assert_eq!(expert.get("/programmes/135-2030").await?.status, 404);

        // Its own standing over at the class's day; that of what it was made of is said to be another's.
        let got = expert.get("/places/o08344/items").await?;
        assert!(got.body.contains("1 lần có tên trong danh sách") && got.body.contains("đã hết") && !got.body.contains("Ghi cho"), "{}", got.body);
        let got = expert.get("/places/n08344/items").await?;
        assert!(got.body.contains("2 lần có tên") && got.body.contains("Ghi cho xã Phượng Vĩ, huyện Cẩm Khê, tỉnh Phú Thọ"));
        assert!(expert.get("/places/o08293/items").await?.body.contains("Chưa ghi nhận trong danh sách"));
    }
);

crate::both!(
    /// A trainee keeps the items of their own place, an organiser those of any; nobody else does.
    items_of_a_place, stage, {
        furnish(stage).await?;
        let mut trainee = visitor(stage, "Hà Văn An", Role::Trainee, Some("o08344")).await?;
        let mut expert = visitor(stage, "Đinh Thị Bình", Role::Expert, None).await?;
        let mut organiser = visitor(stage, "Phùng Đức Cường", Role::Organiser, None).await?;

        let got = trainee.get("/places/o08344/items").await?;
        assert!(got.body.contains("Xã Tiên Lương chưa ghi hạng mục nào") && got.body.contains("Thêm hạng mục"), "{}", got.body);
        let form = trainee.get("/places/o08344/items/new").await?;
        assert!(form.body.contains("— — Đầu tư công trình hạ tầng"));
        let deed = form.deed();

        // What cannot be is said beside its field, and nothing typed is lost.
        let wrong = with(&ROAD, &[("deed", deed.as_str()), ("name", " "), ("year", "2021"), ("spent", "nhiều"), ("state", "?")]);
        let got = trainee.post("/places/o08344/items", &wrong).await?;
        assert_eq!(got.status, 422);
        for says in ["Xin ghi tên hạng mục", "giai đoạn 2016–2020", "Xin ghi số tiền", "Xin chọn: đã xong", "value=\"1,2 tỷ\"", "value=\"nhiều\"", "Còn 300 m", "href=\"#spent\""] {
            assert!(got.body.contains(says), "{says}: {}", got.body);
        }
        // Twice the same deed is one item.
        for _ in 0..2 {
            let got = trainee.post("/places/o08344/items", &with(&ROAD, &[("deed", deed.as_str())])).await?;
            assert_eq!(got.status, 303);
            assert!(got.to.starts_with("/places/o08344/items?done=item-kept&draft=item-o08344-"), "{}", got.to);
        }
        let got = trainee.get("/places/o08344/items?done=item-kept").await?;
        for says in ["Xã Tiên Lương: 1 đang làm", "1,2 tỷ đồng", "450 triệu đồng", "Còn 300 m", "Đã lưu hạng mục."] {
            assert!(got.body.contains(says), "{says}: {}", got.body);
        }
        assert_eq!(local_items(stage.db(), "o08344").await?.len(), 1);
        assert_eq!(local_items_of(stage.db(), ",o08344,n08344,").await?.len(), 1);
        // The new commune points to the items of the old.
        assert!(expert.get("/places/n08344/items").await?.body.contains("/places/o08344/items"));

        // Not at another's place; and experts and guests only read.
        for (who, place) in [(&mut trainee, "o08293"), (&mut expert, "o08344")] {
            assert_eq!(who.get(&format!("/places/{place}/items/new")).await?.status, 403);
            assert_eq!(who.post(&format!("/places/{place}/items"), &ROAD).await?.status, 403);
            assert!(!who.get(&format!("/places/{place}/items")).await?.body.contains("Thêm hạng mục"));
        }
        assert_eq!(stage.guest().get("/places/o08344/items").await?.status, 403);
        assert_eq!(organiser.post("/places/o08293/items", &with(&ROAD, &[("state", "planned")])).await?.status, 303);
        assert_eq!(organiser.post("/places/o99999/items", &ROAD).await?.status, 404);
        let item = local_items(stage.db(), "o08344").await?[0].id.clone();
        let got = expert.get(&format!("/items/{item}")).await?;
        assert!(got.body.contains("1.200.000.000 đồng") && !got.body.contains("<form method=\"post\" action=\"/items"), "{}", got.body);
        assert_eq!(expert.post(&format!("/items/{item}"), &ROAD).await?.status, 403);
        assert_eq!(expert.get("/items/none").await?.status, 404);

        // The count of queries does not grow with the items.
        let before = organiser.get("/places/o08344/items").await?.queries;
        for name in ["Cầu", "Mương", "Trạm bơm"] {
            assert_eq!(organiser.post("/places/o08344/items", &with(&ROAD, &[("name", name)])).await?.status, 303);
        }
        assert_eq!(organiser.get("/places/o08344/items").await?.queries, before);
        assert!(before <= 6, "{before}");
    }
);

crate::both!(
    /// Two people change one item: the second sees the first's version beside what they typed, and decides.
    two_at_one_item, stage, {
        furnish(stage).await?;
        let mut trainee = visitor(stage, "Hà Văn An", Role::Trainee, Some("o08344")).await?;
        let mut organiser = visitor(stage, "Phùng Đức Cường", Role::Organiser, None).await?;
        assert_eq!(trainee.post("/places/o08344/items", &ROAD).await?.status, 303);
        let path = format!("/items/{}", local_items(stage.db(), "o08344").await?[0].id);

        let (first, second) = (organiser.get(&path).await?, trainee.get(&path).await?);
        assert!(first.body.contains("value=\"1.200.000.000\"") && first.body.contains("Hà Văn An cập nhật lần cuối lúc"), "{}", first.body);
        let (seen, deed) = (first.between("name=\"seen\" value=\"", "\""), first.deed());
        let change = with(&ROAD, &[("seen", seen.as_str()), ("deed", deed.as_str()), ("state", "done"), ("spent", "1.200.000.000")]);
        // Sent twice, it is once done and once found done.
        for _ in 0..2 {
            assert_eq!(organiser.post(&path, &change).await?.status, 303);
        }
        assert_eq!(stage.count("select count(*) from journal where kind = 'programme.item_kept'").await?, 2);

        let (seen, deed) = (second.between("name=\"seen\" value=\"", "\""), second.deed());
        let late = with(&ROAD, &[("seen", seen.as_str()), ("deed", deed.as_str()), ("note", "Còn 200 m")]);
        let got = trainee.post(&path, &late).await?;
        assert_eq!(got.status, 409);
        for says in ["Phùng Đức Cường đã lưu một bản khác", ">đã xong</dd>", "Còn 200 m"] {
            assert!(got.body.contains(says), "{says}: {}", got.body);
        }
        assert_eq!(local_items(stage.db(), "o08344").await?[0].state(), ItemState::Done);
        let (seen, deed) = (got.between("name=\"seen\" value=\"", "\""), got.deed());
        let decided = with(&ROAD, &[("seen", seen.as_str()), ("deed", deed.as_str()), ("note", "Còn 200 m")]);
        assert_eq!(trainee.post(&path, &decided).await?.status, 303);
        let item = local_items(stage.db(), "o08344").await?.remove(0);
        assert_eq!((item.state(), item.note.as_str(), item.changed_by.as_deref()), (ItemState::UnderWay, "Còn 200 m", Some("Hà Văn An")));
    }
);

crate::both!(
    /// Facts that stand on nothing are refused whole.
    facts_must_stand_on_something, stage, {
        let mut tx = stage.db().begin().await?;
        let said = import(&mut tx, &deed(stage), PROGRAMMES, "{\"documents\": []}").await.err().map(|it| it.to_string()).unwrap_or_default();
        assert!(said.contains("no document is called qd-135-1998"), "{said}");
        let said = import(&mut tx, &deed(stage), PROGRAMMES, DOCUMENTS).await.err().map(|it| it.to_string()).unwrap_or_default();
        assert!(said.contains("no list of places names o08344"), "{said}");
        drop(tx);
        assert!(periods(stage.db()).await?.is_empty());
    }
);

#[test]
fn a_tree_from_siblings() {
    let component = |id: &str, parent: Option<&str>| Component {
        id: id.into(),
        period_id: "p".into(),
        parent_id: parent.map(str::to_owned),
        code: id.into(),
        name: id.into(),
        depth: 0,
        mark: "checked".into(),
        note: String::new(),
    };
    let siblings = vec![
        component("a", None),
        component("b", None),
        component("a1", Some("a")),
        component("b1", Some("b")),
        component("a11", Some("a1")),
        component("a2", Some("a")),
        component("lost", Some("gone")),
    ];
    let tree = programme::in_tree_order(siblings);
    let drawn: Vec<String> = tree.iter().map(|it| format!("{}{}", "-".repeat(usize::try_from(it.depth).unwrap()), it.id)).collect();
    assert_eq!(drawn, ["a", "-a1", "--a11", "-a2", "b", "-b1", "lost"]);
}

#[test]
fn a_form_is_read_or_its_faults_are_named() {
    let period = Period {
        id: "p".into(),
        programme_id: "1".into(),
        programme_name: String::new(),
        programme_full_name: String::new(),
        name: String::new(),
        starts_on: "2016-01-01".into(),
        ends_on: "2020-12-31".into(),
        agency: String::new(),
        legal_basis: String::new(),
        mark: "checked".into(),
        note: String::new(),
        components: 1,
        places: 0,
    };
    let component = Component {
        id: "p.1".into(),
        period_id: "p".into(),
        parent_id: None,
        code: "1".into(),
        name: "Một".into(),
        depth: 0,
        mark: "checked".into(),
        note: String::new(),
    };
    let draft = Draft {
        name: "Cầu".into(),
        component: "p.1".into(),
        year: "2018".into(),
        planned: "450 triệu".into(),
        spent: String::new(),
        state: "planned".into(),
        note: String::new(),
    };
    let said = draft.read(Some((&component, &period))).expect("a good form");
    assert_eq!((said.planned, said.spent, said.state), (450_000_000, 0, ItemState::Planned));
    let faults = |change: fn(&mut Draft)| {
        let mut draft = draft.clone();
        change(&mut draft);
        draft
            .read(Some((&component, &period)))
            .err()
            .map(|it| it.fields.into_iter().map(|(field, word)| format!("{field} {}", word.key)).collect::<Vec<_>>().join(", "))
            .unwrap_or_default()
    };
    assert_eq!(faults(|it| it.year = "2015".into()), "year item-year-outside");
    assert_eq!(faults(|it| it.year = "năm nay".into()), "year item-year-unreadable");
    assert_eq!(faults(|it| it.planned = "-5".into()), "planned item-money-below-zero");
    assert_eq!(faults(|it| it.planned = "1,234 tỷ".into()), "planned item-money-doubtful");
    assert_eq!(faults(|it| it.spent = "900.000.000.000.000".into()), "spent item-money-large");
    assert_eq!(faults(|it| it.name = "ă".repeat(301)), "name item-name-long");
    assert!(matches!(draft.read(None), Err(it) if it.at("component").is_some()));
}

#[test]
fn marks_and_ids_are_stable() {
    assert_eq!(component_id("135-2016-2020", "TDA1"), "135-2016-2020.TDA1");
    let period = NewPeriod {
        id: "p".into(),
        programme_id: "1".into(),
        name: "P".into(),
        starts_on: "2016-01-01".into(),
        ends_on: "2020-12-31".into(),
        agency: String::new(),
        legal_basis: String::new(),
        mark: Mark::Memory,
        note: String::new(),
    };
    assert!(serde_json::to_string(&period).expect("json").contains("\"mark\":\"memory\""));
    let component = NewComponent {
        period_id: "p".into(),
        parent: None,
        code: "1".into(),
        name: "Một".into(),
        sort: 0,
        mark: Mark::Partly,
        note: String::new(),
    };
    assert!(serde_json::to_string(&component).expect("json").contains("\"mark\":\"partly\""));
    assert!(matches!(Refused::from(Problem::new("x")), Refused::Problem(_)));
}
