//! Days and moments, shown and read.

use proptest::prelude::*;

use super::*;

fn date(iso: &str) -> Date {
    Date::from_iso(iso).unwrap()
}

#[test]
fn days_are_shown_as_papers_want_them() {
    assert_eq!(date("2018-10-16").to_string(), "16/10/2018");
    assert_eq!(date("2026-02-05").formal_at("Phú Thọ"), "Phú Thọ, ngày 05 tháng 02 năm 2026");
    for (iso, formal) in [
        ("2026-01-31", "ngày 31 tháng 01 năm 2026"),
        ("2026-03-09", "ngày 09 tháng 3 năm 2026"),
        ("2026-09-10", "ngày 10 tháng 9 năm 2026"),
        ("2026-10-01", "ngày 01 tháng 10 năm 2026"),
        ("2026-12-12", "ngày 12 tháng 12 năm 2026"),
    ] {
        assert_eq!(date(iso).formal(), formal);
    }
}

#[test]
fn weeks_start_on_monday() {
    let names: Vec<_> = (0..7).map(|n| date("2018-10-15").plus_days(n).weekday_name()).collect();
    assert_eq!(names, ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"]);
    assert_eq!(date("2018-10-15").weekday(), 1);
    assert_eq!(date("2018-10-21").weekday(), 7);
    assert_eq!(date("2018-10-21").monday(), date("2018-10-15"));
    assert_eq!(date("2018-10-15").monday(), date("2018-10-15"));
}

#[test]
fn ranges_say_nothing_twice() {
    for (first, last, shown) in [
        ("2018-10-16", "2018-10-16", "16/10/2018"),
        ("2018-10-16", "2018-10-17", "16–17/10/2018"),
        ("2018-10-05", "2018-10-06", "05–06/10/2018"),
        ("2018-10-30", "2018-11-02", "30/10–02/11/2018"),
        ("2018-12-30", "2019-01-02", "30/12/2018–02/01/2019"),
    ] {
        assert_eq!(range(date(first), date(last)), shown);
    }
}

#[test]
fn typed_days_are_read() {
    for text in [
        "16/10/2018",
        " 16 / 10 / 2018 ",
        "16-10-2018",
        "16.10.2018",
        "16–10–2018",
        "2018-10-16",
        "2018/10/16",
        "2018-10-16 00:00:00",
        "2018-10-16T00:00:00Z",
        "16/10/2018 00:00",
        "ngày 16 tháng 10 năm 2018",
        "Ngày 16/10/2018",
    ] {
        assert_eq!(Date::read(text), Ok(date("2018-10-16")), "{text}");
    }
    assert_eq!(Date::read("5/2/2026"), Ok(date("2026-02-05")));
    assert_eq!(Date::read("29/2/2024"), Ok(date("2024-02-29")));
    for (text, error) in [
        ("", DateError::Empty),
        ("  ", DateError::Empty),
        ("hôm nay", DateError::Unreadable),
        ("16/10", DateError::NoYear),
        ("ngày 16 tháng 10", DateError::NoYear),
        ("16/10/18", DateError::ShortYear),
        ("31/02/2026", DateError::NoSuchDay),
        ("29/2/2026", DateError::NoSuchDay),
        ("10/16/2018", DateError::NoSuchDay),
        ("0/1/2018", DateError::NoSuchDay),
        ("16/10/0000", DateError::NoSuchDay),
        ("16/10/2018 08:00", DateError::Unreadable),
        ("16/10/20188", DateError::Unreadable),
        ("+1/10/2018", DateError::Unreadable),
        ("43389", DateError::Unreadable),
    ] {
        assert_eq!(Date::read(text), Err(error), "{text}");
    }
}

#[test]
fn only_iso_is_on_the_disk() {
    assert_eq!(serde_json::to_string(&date("2018-10-16")).unwrap(), "\"2018-10-16\"");
    assert_eq!(serde_json::from_str::<Date>("\"2018-10-16\"").unwrap(), date("2018-10-16"));
    for other in ["16/10/2018", "2018-1-16", "2018-10-16T00:00", "0000-01-01", "-018-10-16", "2018-02-30", ""] {
        assert!(Date::from_iso(other).is_err(), "{other}");
    }
}

#[test]
fn the_calendar_is_counted() {
    assert_eq!(date("2018-12-31").plus_days(1), date("2019-01-01"));
    assert_eq!(date("2019-01-01").plus_days(-1), date("2018-12-31"));
    assert_eq!(date("2018-08-31").plus_months(6), date("2019-02-28"));
    assert_eq!(date("2018-10-16").plus_months(-12), date("2017-10-16"));
    assert_eq!(date("2018-10-16").days_until(date("2018-11-16")), 31);
    assert_eq!(date("2018-11-16").days_until(date("2018-10-16")), -31);
    assert_eq!(date("9999-12-31").plus_days(i32::MAX), date("9999-12-31"));
    let first = date("0001-01-01");
    assert_eq!((first.plus_days(i32::MIN), first.plus_months(i16::MIN)), (first, first));
}

#[test]
fn typed_times_are_read() {
    for (text, shown) in [
        ("08:30", "08:30"),
        ("8:30", "08:30"),
        ("8h", "08:00"),
        ("8h30", "08:30"),
        ("8H30", "08:30"),
        ("8g30", "08:30"),
        ("8 giờ", "08:00"),
        ("8 giờ 00", "08:00"),
        ("8 giờ 30", "08:30"),
        ("8 giờ 30 phút", "08:30"),
        ("8h30'", "08:30"),
        ("8h30p", "08:30"),
        ("8 giờ rưỡi", "08:30"),
        ("8.30", "08:30"),
        ("08:30:00", "08:30"),
        ("8 giờ sáng", "08:00"),
        ("2 giờ chiều", "14:00"),
        ("14h chiều", "14:00"),
        ("7h30 tối", "19:30"),
        ("12h trưa", "12:00"),
        ("1h trưa", "13:00"),
        ("00:00", "00:00"),
        ("23:59", "23:59"),
    ] {
        assert_eq!(TimeOfDay::read(text).map(|time| time.to_string()), Ok(shown.to_owned()), "{text}");
    }
    for (text, error) in [
        ("", TimeError::Empty),
        ("8", TimeError::Unreadable),
        ("sáng", TimeError::Unreadable),
        ("8:30:15", TimeError::Unreadable),
        ("8:300", TimeError::Unreadable),
        (":30", TimeError::Unreadable),
        ("24:00", TimeError::NoSuchTime),
        ("8:75", TimeError::NoSuchTime),
    ] {
        assert_eq!(TimeOfDay::read(text), Err(error), "{text}");
    }
}

#[test]
fn moments_are_shown_in_the_time_of_viet_nam() {
    let moment = Instant::from_local(date("2018-10-16"), TimeOfDay::read("8h").unwrap());
    assert_eq!(moment, Instant(1_539_651_600_000));
    assert_eq!(moment.to_string(), "08:00 ngày 16/10/2018");
    assert_eq!(moment.time().to_string(), "08:00");
    assert_eq!(Instant(0).to_string(), "07:00 ngày 01/01/1970");
    let midnight = Instant::from_local(date("2018-10-16"), TimeOfDay::new(0, 0).unwrap());
    assert_eq!(Instant(midnight.0 - 1).date(), date("2018-10-15"), "the day ends at midnight here, not in London");
    assert_eq!(Instant(i64::MIN).to_string(), "00:00 ngày 01/01/0001");
    assert_eq!(Instant(i64::MAX).date().year(), 9999);
    assert_eq!(Instant::from_local(date("9999-12-30"), moment.time()).date(), date("9999-12-30"));
    assert_eq!(serde_json::to_string(&moment).unwrap(), "1539651600000");
}

proptest! {
    #[test]
    fn days_are_read_as_they_were_shown(year in 1000..=9999_i16, month in 1..=12_i8, day in 1..=31_i8) {
        if let Some(date) = Date::new(year, month, day) {
            prop_assert_eq!(Date::from_iso(&date.iso()), Ok(date));
            for shown in [date.to_string(), date.iso(), date.formal()] {
                prop_assert_eq!(Date::read(&shown), Ok(date), "{}", shown);
            }
            prop_assert_eq!(date.monday().weekday(), 1);
            prop_assert!((0..7).contains(&date.monday().days_until(date)) || date.year() == 1);
        }
    }

    #[test]
    fn moments_survive_to_the_minute(ms in -30_000_000_000_000..200_000_000_000_000_i64) {
        let moment = Instant(ms);
        let again = Instant::from_local(moment.date(), moment.time());
        prop_assert!((0..60_000).contains(&(moment.0 - again.0)));
        prop_assert_eq!(TimeOfDay::read(&moment.time().to_string()), Ok(moment.time()));
    }

    #[test]
    fn iso_sorts_as_days_do(a in -700_000..2_000_000_i32, b in -700_000..2_000_000_i32) {
        let [a, b] = [a, b].map(|days| date("1970-01-01").plus_days(days));
        prop_assert_eq!(a.iso().cmp(&b.iso()), a.cmp(&b));
    }

    #[test]
    fn reading_never_fails_otherwise_than_by_value(text in "[0-9/:.hg -]{0,14}|.{0,20}") {
        let _ = (Date::read(&text), TimeOfDay::read(&text));
    }
}
