use super::*;

fn on(iso: &str) -> Date {
    Date::from_iso(iso).unwrap()
}

fn touch(effect: Effect, article: &str, partial: bool, since: &str, mark: Mark) -> Touch {
    Touch { effect, article: article.into(), partial, on_date: Some(since.into()), mark, ..Touch::default() }
}

#[test]
fn a_document_is_not_yet_then_in_force_then_amended_then_replaced() {
    let touches = vec![
        touch(Effect::Guides, "", false, "2022-05-01", Mark::Checked),
        touch(Effect::Amends, "10", false, "2023-06-24", Mark::Partly),
        touch(Effect::Replaces, "", false, "2026-01-01", Mark::Checked),
    ];
    let standing = Standing { effective_on: Some("2022-04-19".into()), expires_on: None, dates_mark: Mark::Checked, touches };
    for (day, state) in [
        ("2022-04-18", State::NotYet),
        ("2022-04-19", State::InForce),
        ("2023-06-23", State::InForce),
        ("2023-06-24", State::Amended),
        ("2025-12-31", State::Amended),
        ("2026-01-01", State::Replaced),
    ] {
        assert_eq!(standing.at(on(day)), state, "{day}");
    }
}

#[test]
fn its_own_time_ends_on_the_day_written_and_a_part_is_not_the_whole() {
    let it = Standing {
        effective_on: Some("2017-06-20".into()),
        expires_on: Some("2021-01-01".into()),
        dates_mark: Mark::Checked,
        touches: vec![],
    };
    assert_eq!(it.at(on("2020-12-31")), State::InForce);
    assert_eq!(it.at(on("2021-01-01")), State::Expired);
    let part = touch(Effect::Replaces, "", true, "2017-02-14", Mark::Checked);
    let it = Standing { effective_on: Some("2013-11-18".into()), expires_on: None, dates_mark: Mark::Checked, touches: vec![part] };
    assert_eq!(it.at(on("2018-10-16")), State::Amended);
}

#[test]
fn memory_changes_no_state_and_a_missing_day_is_said() {
    let heard = touch(Effect::Repeals, "", false, "2025-12-31", Mark::Memory);
    let it =
        Standing { effective_on: Some("2022-04-19".into()), expires_on: None, dates_mark: Mark::Checked, touches: vec![heard.clone()] };
    assert_eq!(it.at(on("2026-11-01")), State::InForce);
    assert_eq!(Standing { dates_mark: Mark::Partly, ..it }.at(on("2026-11-01")), State::Unknown);
    assert_eq!(Standing { touches: vec![heard], ..Standing::default() }.at(on("2026-11-01")), State::Unknown);
}
