use super::looking::Look;
use super::*;

fn entry(key: &str, marks: &[&str], title: &str, passages: &[&str]) -> Entry {
    Entry {
        of: key.into(),
        key: key.into(),
        marks: marks.iter().map(|it| (*it).to_owned()).collect(),
        title: title.into(),
        passages: passages.iter().map(|it| (*it).to_owned()).collect(),
        shown: format!("shown {key}"),
        at: i64::try_from(key.len()).unwrap(),
        is_name: false,
    }
}

fn engine() -> (Engine, IndexWriter) {
    let engine = Engine::in_memory().unwrap();
    let mut writer = engine.writer().unwrap();
    let all = [
        entry("seed", &["kind:difficulty", "see:all", "p:a"], "Mua con giống của dân không có hóa đơn", &["Lập giấy biên nhận mua bán."]),
        entry("seed2", &["kind:difficulty", "see:c1", "p:b"], "Mua con giống ở chợ không có hóa đơn đỏ", &["Hỏi huyện."]),
        entry("road", &["kind:practice", "see:all", "p:a"], "Đường nội thôn do dân tự làm", &["Dân góp công.", "Bê tông 200 m."]),
        entry("law14", &["kind:law", "see:all", "no:27", "art:14"], "Điều 14. Mua sắm", &["1. Giấy biên nhận.", "2. Thanh toán."]),
        entry("law15", &["kind:law", "see:all", "no:27", "art:15"], "Điều 15. Duy tu", &["Sửa chữa nhỏ đường, mương."]),
        Entry {
            is_name: true, ..entry("ward", &["kind:place", "see:all"], "Đào Duy Từ", &["Phường Đào Duy Từ, tỉnh Thanh Hóa"])
        },
        entry("tone", &["kind:law", "see:all"], "Quy định về họa", &["hoạ sĩ"]),
    ];
    for it in &all {
        engine.put(&writer, it).unwrap();
    }
    engine.commit(&mut writer, "one").unwrap();
    (engine, writer)
}

fn asked(text: &str) -> Asked {
    Asked { text: text.into(), within: vec![vec!["see:all".into()]], without: vec![], most: 10 }
}

fn keys(found: &[Found]) -> Vec<&str> {
    found.iter().map(|it| it.key.as_str()).collect()
}

#[test]
fn found_with_and_without_diacritics_and_only_within() {
    let (engine, _writer) = engine();
    for text in ["mua con giống hóa đơn", "mua con giong hoa don", "mua con giống hoá đơn", "mua con giong hóa đơn"] {
        let found = engine.search(&asked(text)).unwrap();
        assert_eq!(keys(&found)[0], "seed", "{text}");
        assert!(!keys(&found).contains(&"seed2"), "{text}");
        assert!(found[0].share > 0.7 && found[0].title_share > 0.7, "{text}: {:?}", found[0]);
    }
    let both = Asked { within: vec![vec!["see:all".into(), "see:c1".into()]], ..asked("mua con giống") };
    assert_eq!(engine.search(&both).unwrap().iter().filter(|it| it.key.starts_with("seed")).count(), 2);
    let without = Asked { without: vec!["p:a".into()], ..both };
    assert!(!keys(&engine.search(&without).unwrap()).contains(&"seed"));
    assert_eq!(engine.search(&asked("bê tông")).unwrap()[0].passage, 2);
    assert!(engine.search(&asked("zzz")).unwrap().is_empty() && engine.search(&asked("")).unwrap().is_empty());
}

#[test]
fn a_look_counts_what_its_links_show() {
    let (engine, _writer) = engine();
    let look = |text: &str, chosen: &[&str]| Look {
        asked: asked(text),
        chosen: chosen.iter().map(|it| (*it).to_owned()).collect(),
        counted: &["kind:", "p:"],
        ..Look::default()
    };
    let all = engine.look(&look("mua đường dân giấy biên nhận", &[])).unwrap();
    assert_eq!(all.counts.values().filter(|n| **n == 0).count(), 0);
    for (mark, n) in &all.counts {
        assert_eq!(engine.look(&look("mua đường dân giấy biên nhận", &[mark])).unwrap().all, *n, "{mark}");
    }
    assert!(!all.counts.contains_key("p:b") && !all.counts.contains_key("see:all"), "{:?}", all.counts);
    // With a choice made, the other marks of its kind keep their counts, those of others are narrowed.
    let chosen = engine.look(&look("mua đường dân giấy biên nhận", &["kind:law"])).unwrap();
    assert_eq!(chosen.counts.get("kind:difficulty"), all.counts.get("kind:difficulty"));
    assert_eq!(chosen.counts.get("p:a"), None);
    assert!(keys(&chosen.found).iter().all(|it| it.starts_with("law")));
    // Nothing typed: all there is, the latest first. Nothing like it: nothing.
    let latest = engine.look(&look("", &[])).unwrap();
    assert_eq!((latest.all, keys(&latest.found)[0]), (6, "law14"));
    assert_eq!(engine.look(&look("khonghieu gicahet", &[])).unwrap().all, 0);
    let second = engine.look(&Look { page: 1, asked: Asked { most: 2, ..asked("") }, ..look("", &[]) }).unwrap();
    assert_eq!((second.found.len(), second.all), (2, 6));
    // A name is found by most of it.
    let found = |text: &str| keys(&engine.look(&look(text, &[])).unwrap().found).contains(&"ward");
    let names = ["dao duy tu", "Đào Duy Từ Thanh Hóa", "duy tu", "thanh hoa"].map(found);
    assert_eq!(names, [true, true, false, false]);
}

#[test]
fn a_number_stands_on_top() {
    let (engine, _writer) = engine();
    let pinned = vec![vec![vec!["no:99".to_owned()]], vec![vec!["no:27".to_owned()], vec!["art:15".to_owned()]]];
    let found = engine.look(&Look { asked: asked("điều 15 giấy biên nhận"), pinned, ..Look::default() }).unwrap();
    assert_eq!(keys(&found.found)[0], "law15");
    assert_eq!(found.found.iter().filter(|it| it.key == "law15").count(), 1);
    assert!(found.telling.iter().any(|it| it.0 == "biên"));
}

#[test]
fn what_is_forgotten_is_gone_and_the_commit_says_how_far() {
    let (engine, mut writer) = engine();
    engine.forget(&writer, "seed");
    engine.forget_marked(&writer, "kind:practice");
    engine.commit(&mut writer, "two").unwrap();
    assert_eq!(engine.payload().unwrap().as_deref(), Some("two"));
    assert_eq!(engine.entries(), 5);
    assert!(!keys(&engine.search(&asked("mua con giống")).unwrap()).contains(&"seed"));
    assert_eq!(engine.completions("giay_b", 3).unwrap(), ["giay_bien"]);
    assert!(engine.has("bien", true, &asked("")).unwrap() && !engine.has("cho", true, &asked("")).unwrap());
}
