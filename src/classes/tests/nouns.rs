//! The rules of the nouns.

use super::super::class::State;
use super::super::group::{by_cluster, by_count};
use super::super::seat::{Reply, Seat, is_call, token_parts};
use super::super::trainee::Trainee;
use super::*;
use proptest::prelude::*;

fn class(starts_on: &str, nominate_by: Option<&str>, state: &str) -> Class {
    Class {
        id: "0166752b-0000-7000-8000-00000000000a".into(),
        project_id: "p".into(),
        code: "PT18".into(),
        name: "Lớp".into(),
        province_id: "o25".into(),
        venue: String::new(),
        host: String::new(),
        starts_on: starts_on.into(),
        ends_on: starts_on.into(),
        nominate_by: nominate_by.map(Into::into),
        allowance: String::new(),
        state: state.into(),
        late_after: 15,
        changed_hlc: 1,
        project_name: String::new(),
        sponsor: String::new(),
        provider: String::new(),
        province_name: String::new(),
        period_id: None,
    }
}

#[test]
fn a_place_names_its_people_until_some_days_after_it_was_asked_to() {
    let until = |starts: &str, by: Option<&str>| class(starts, by, "preparing").takes_names_until().unwrap().iso();
    assert_eq!(until("2018-10-16", Some("2018-10-10")), "2018-10-13");
    assert_eq!(until("2018-10-16", Some("2018-10-15")), "2018-10-16", "never beyond the first day");
    assert_eq!(until("2018-10-16", None), "2018-10-16");
    let day = Date::new(2018, 10, 1).unwrap();
    for (state, takes) in [("preparing", true), ("running", false), ("done", false), ("cancelled", false)] {
        assert_eq!(class("2018-10-16", None, state).takes_names(day), takes, "{state}");
    }
}

#[test]
fn every_step_of_a_class_can_be_taken_back() {
    for from in State::ALL {
        assert_eq!(State::from_name(from.name()), Some(from));
        for to in from.next() {
            assert!(to.next().contains(&from) || (*to == State::Running && from == State::Done) || to.next().contains(&State::Preparing));
        }
    }
}

#[test]
fn a_link_is_good_for_one_class_and_one_place() {
    let it = class("2018-10-16", None, "preparing");
    let token = call_token("key", &it, "o08542");
    let (code, place, seal) = token_parts(&token).unwrap();
    assert_eq!((code, place), ("PT18", "o08542"));
    assert!(is_call("key", &it, place, seal));
    assert!(!is_call("key", &it, "o08545", seal) && !is_call("other", &it, place, seal) && !is_call("key", &it, place, ""));
    assert!(!is_call("key", &Class { id: "x".into(), ..it }, place, seal));
    for wrong in ["", "PT18", "PT18-o08542", "-"] {
        assert!(token_parts(wrong).is_none_or(|(_, _, seal)| seal.len() != 20), "{wrong}");
    }
}

#[test]
fn an_answer_is_what_was_named_before_what_was_said() {
    let reply = |seats: i64, named: i64, why: Option<&str>| {
        Seat {
            place_id: String::new(),
            place_name: String::new(),
            parent_name: String::new(),
            parent_id: None,
            seats,
            unit: String::new(),
            answered_at: None,
            declined_why: why.map(Into::into),
            named,
        }
        .reply()
    };
    assert_eq!(reply(2, 0, None), Reply::None);
    assert_eq!(reply(2, 1, None), Reply::Part);
    assert_eq!(reply(2, 2, None), Reply::Full);
    assert_eq!(reply(2, 3, Some("thôi")), Reply::Full);
    assert_eq!(reply(2, 0, Some("thôi")), Reply::Declined);
    assert_eq!(reply(0, 1, None), Reply::Full);
}

fn trainee(id: usize, place: usize) -> Trainee {
    Trainee {
        id: id.to_string(),
        class_id: String::new(),
        person_id: String::new(),
        place_id: place.to_string(),
        place_name: String::new(),
        name: String::new(),
        family: String::new(),
        given: String::new(),
        name_fold: String::new(),
        name_sort: String::new(),
        phone: None,
        sex: None,
        birth_year: None,
        position: String::new(),
        unit: String::new(),
        target_group: String::new(),
        note: String::new(),
        state: "named".into(),
        stands_for: None,
        group_id: None,
        illustration: true,
    }
}

proptest! {
    #[test]
    fn everybody_is_in_one_group_and_groups_are_nearly_equal(places in prop::collection::vec(0_usize..12, 1..120), count in 1_usize..9) {
        let trainees: Vec<Trainee> = places.iter().enumerate().map(|(id, place)| trainee(id, *place)).collect();
        for groups in [by_count(&trainees, count), by_cluster(&trainees, |place| if place == "1" { "Á" } else { "B" }).into_iter().map(|it| it.1).collect()] {
            let mut all: Vec<String> = groups.iter().flatten().cloned().collect();
            all.sort_by_key(|it| it.parse::<usize>().unwrap());
            prop_assert_eq!(all, (0..trainees.len()).map(|it| it.to_string()).collect::<Vec<_>>());
        }
        let sizes: Vec<usize> = by_count(&trainees, count).iter().map(Vec::len).collect();
        prop_assert!(sizes.len() <= count && sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= trainees.len().div_ceil(count));
        prop_assert!(sizes.iter().all(|it| *it <= trainees.len().div_ceil(count)));
    }

    #[test]
    fn no_table_makes_the_reader_stumble(cells in prop::collection::vec(prop::collection::vec("[ -~À-ỹ]{0,12}|Họ và tên|Nam|Nữ|Tên|Năm sinh|SĐT", 0..8), 0..20)) {
        use super::super::list::{Cell, read};
        let table: Vec<Vec<Cell>> = cells.iter().map(|row| row.iter().map(|it| if it.is_empty() { Cell::Empty } else { Cell::Text(it.clone()) }).collect()).collect();
        if let Ok(reading) = read(&[table]) {
            prop_assert!(reading.rows.len() + reading.left_out.len() <= cells.len());
        }
    }

    #[test]
    fn no_bytes_make_the_reader_stumble(bytes in prop::collection::vec(any::<u8>(), 0..400), head in 0_usize..4) {
        let head: &[u8] = [&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"PK\x05\x06"][head];
        let _ = super::super::list::workbook::sheets(&[head, &bytes].concat());
    }
}
