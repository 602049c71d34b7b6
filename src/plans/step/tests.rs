use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Date {
    Date::read(text).unwrap()
}

fn within(horizon: Horizon) -> Within {
    Within { horizon, class_starts: day("16/10/2018"), class_ends: day("17/10/2018") }
}

fn typed() -> Typed {
    Typed {
        text: "Công khai danh sách hộ hưởng lợi".into(),
        result: "Danh sách dán tại 8 nhà văn hóa khu, đọc trên loa ba lần".into(),
        starts_on: "18/10/2018".into(),
        due_on: "15/11/2018".into(),
        owner: "Ban giám sát đầu tư của cộng đồng".into(),
        ..Typed::default()
    }
}

fn fields(typed: &Typed, horizon: Horizon) -> Vec<String> {
    read(typed, within(horizon)).err().map(|it| it.fields.into_iter().map(|it| it.0).collect()).unwrap_or_default()
}

#[test]
fn a_step_says_what_when_and_who() {
    assert_eq!(read(&typed(), within(Horizon::Short)).map(|it| it.due_on.to_string()), Ok("15/11/2018".to_owned()));
    let empty = Typed::default();
    assert_eq!(fields(&empty, Horizon::Short), ["text", "result", "owner", "starts_on", "due_on"]);
    for (starts, due, horizon, wrong) in [
        ("18/10/2018", "17/10/2019", Horizon::Short, 0),
        ("18/10/2018", "18/10/2019", Horizon::Short, 1),
        ("18/10/2018", "18/10/2019", Horizon::Medium, 0),
        ("18/10/2018", "17/10/2023", Horizon::Medium, 0),
        ("18/10/2018", "18/10/2023", Horizon::Medium, 1),
        ("20/11/2018", "19/11/2018", Horizon::Short, 1),
        ("20/11/2018", "20/11/2018", Horizon::Short, 0),
        ("01/09/2018", "30/09/2018", Horizon::Short, 1),
        ("01/09/2018", "30/10/2018", Horizon::Short, 0),
        ("31/02/2019", "30/10/2019", Horizon::Short, 1),
    ] {
        let it = Typed { starts_on: starts.into(), due_on: due.into(), ..typed() };
        assert_eq!(fields(&it, horizon).len(), wrong, "{starts} {due} {horizon:?}");
    }
}

#[test]
fn amounts_are_read_as_vietnamese_write_them() {
    for (text, dong) in [
        ("", None),
        ("120 triệu", Some(120_000_000)),
        ("1,5 tỷ", Some(1_500_000_000)),
        ("45.000.000", Some(45_000_000)),
        ("65 tr", Some(65_000_000)),
        ("800 nghìn đồng", Some(800_000)),
    ] {
        assert_eq!(amount(text), Ok(dong), "{text}");
    }
    for bad in ["-5 triệu", "nhiều", "0,5 đồng"] {
        assert!(amount(bad).is_err(), "{bad}");
    }
    let line = |source: &str, amount: &str| TypedResource { source: source.into(), amount: amount.into(), note: String::new() };
    let lines = vec![line("Ngân sách xã", "65 triệu"), TypedResource::default(), line("", "5 triệu"), line("Dân góp công", "120 công")];
    let it = Typed { resources: lines, ..typed() };
    assert_eq!(fields(&it, Horizon::Short), ["source2", "amount3"]);
    let resources = [("Ngân sách xã", 5), ("Vốn duy tu", 60), ("Ngân sách xã", 7)];
    let resources = resources.map(|(source, amount)| Resource { source: source.into(), amount: Some(amount), note: String::new() });
    assert_eq!(by_source(&resources), [("Ngân sách xã".to_owned(), 12), ("Vốn duy tu".to_owned(), 60)]);
}

#[test]
fn a_step_is_late_from_the_day_after() {
    let due = day("30/11/2018");
    for (state, today, stand) in [
        (StepState::Planned, "30/11/2018", Stand::Planned),
        (StepState::Planned, "01/12/2018", Stand::Late),
        (StepState::UnderWay, "30/11/2018", Stand::UnderWay),
        (StepState::UnderWay, "01/12/2018", Stand::Late),
        (StepState::Done, "01/12/2019", Stand::Done),
        (StepState::Dropped, "01/12/2019", Stand::Dropped),
    ] {
        assert_eq!(state.stand(due, day(today)), stand);
    }
}

proptest! {
    /// What is read keeps the rules: in order, not over before the class, within the horizon.
    #[test]
    fn what_is_read_keeps_the_rules(start in -400_i32..2600, length in -40_i32..2600, short: bool) {
        let horizon = if short { Horizon::Short } else { Horizon::Medium };
        let within = within(horizon);
        let starts = within.class_ends.plus_days(start);
        let due = starts.plus_days(length);
        let it = Typed { starts_on: starts.to_string(), due_on: due.to_string(), ..typed() };
        let keeps = starts <= due && due >= within.class_starts && due <= horizon.last_day(within.class_ends);
        prop_assert_eq!(read(&it, within).is_ok(), keeps);
        prop_assert_eq!(wrong_days(starts, due, within).is_empty(), keeps);
    }

    /// Whatever may be due in a short plan may be due in a medium one.
    #[test]
    fn a_medium_plan_reaches_further(start in 0_i32..400, length in 0_i32..400) {
        let starts = day("17/10/2018").plus_days(start);
        let due = starts.plus_days(length);
        if wrong_days(starts, due, within(Horizon::Short)).is_empty() {
            prop_assert!(wrong_days(starts, due, within(Horizon::Medium)).is_empty());
        }
    }

    /// No text makes the reading of an amount panic, and none gives less than nothing.
    #[test]
    fn an_amount_is_never_below_zero(text in "\\PC{0,20}") {
        if let Ok(Some(dong)) = amount(&text) {
            prop_assert!(dong >= 0);
        }
    }

    /// A link survives the form.
    #[test]
    fn a_link_survives_the_form(id in "[a-f0-9-]{1,36}", practice: bool) {
        let link = if practice { Link::Practice(id) } else { Link::Difficulty(id) };
        prop_assert_eq!(Link::read(&link.text()), Some(link));
    }
}
