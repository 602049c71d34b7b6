//! Numbers as real lists bring them.

use proptest::prelude::*;

use super::*;

#[test]
fn numbers_are_read_and_repairs_said() {
    use Mending::{CountryCode, Fraction, LeadingZero, OldPrefix};
    let cases: [(&str, &str, &[Mending]); 24] = [
        ("0912345678", "0912345678", &[]),
        ("0912 345 678", "0912345678", &[]),
        ("0912.345.678", "0912345678", &[]),
        ("0912-345-678", "0912345678", &[]),
        ("\u{A0}(0912) 345–678 ", "0912345678", &[]),
        ("0912.345.67.0", "0912345670", &[]),
        ("+84912345678", "0912345678", &[CountryCode]),
        ("+84 (0) 912 345 678", "0912345678", &[CountryCode]),
        ("(+84) 912 345 678", "0912345678", &[CountryCode]),
        ("84912345678", "0912345678", &[CountryCode]),
        ("0084 912 345 678", "0912345678", &[CountryCode]),
        ("912345678", "0912345678", &[LeadingZero]),
        ("849123456", "0849123456", &[LeadingZero]),
        ("912345678.0", "0912345678", &[Fraction, LeadingZero]),
        ("84912345678.0", "0912345678", &[Fraction, CountryCode]),
        ("01682345678", "0382345678", &[OldPrefix]),
        ("1682345678", "0382345678", &[LeadingZero, OldPrefix]),
        ("1682345678,0", "0382345678", &[Fraction, LeadingZero, OldPrefix]),
        ("+84 168 234 5678", "0382345678", &[CountryCode, OldPrefix]),
        ("0199 234 5678", "0592345678", &[OldPrefix]),
        ("0210 3846 647", "02103846647", &[]),
        ("2103846647", "02103846647", &[LeadingZero]),
        ("+84 210 3846 647", "02103846647", &[CountryCode]),
        ("0348412345", "0348412345", &[]),
    ];
    for (text, digits, mendings) in cases {
        let reading = Phone::read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!((reading.phone.as_str(), reading.mendings.as_slice()), (digits, mendings), "{text}");
    }
}

#[test]
fn every_old_prefix_has_its_new_one() {
    for (old, new) in [
        ("0120", "070"),
        ("0121", "079"),
        ("0122", "077"),
        ("0123", "083"),
        ("0124", "084"),
        ("0125", "085"),
        ("0126", "076"),
        ("0127", "081"),
        ("0128", "078"),
        ("0129", "082"),
        ("0162", "032"),
        ("0163", "033"),
        ("0164", "034"),
        ("0165", "035"),
        ("0166", "036"),
        ("0167", "037"),
        ("0168", "038"),
        ("0169", "039"),
        ("0186", "056"),
        ("0188", "058"),
        ("0199", "059"),
    ] {
        let reading = Phone::read(&format!("{old}2345678")).unwrap();
        assert_eq!(reading.phone.as_str(), format!("{new}2345678"));
    }
}

#[test]
fn what_is_no_number_is_refused_by_value() {
    for (text, error) in [
        ("", PhoneError::Empty),
        ("  ", PhoneError::Empty),
        ("không có", PhoneError::NotANumber),
        ("-", PhoneError::NotANumber),
        ("e", PhoneError::NotANumber),
        ("0912 345 67a", PhoneError::NotANumber),
        ("0912345678 / 0987654321", PhoneError::Several),
        ("0912345678; 0987654321", PhoneError::Several),
        ("0912345678 - 0987654321", PhoneError::Several),
        ("9.12E+08", PhoneError::Scientific),
        ("091234567", PhoneError::WrongLength(9)),
        ("09123456789", PhoneError::WrongLength(11)),
        ("0210384664", PhoneError::WrongLength(10)),
        ("0412345678", PhoneError::UnknownPrefix),
        ("01102345678", PhoneError::UnknownPrefix),
        ("123", PhoneError::WrongLength(3)),
        ("٠٩١٢٣٤٥٦٧٨", PhoneError::NotANumber),
    ] {
        assert_eq!(Phone::read(text), Err(error), "{text}");
    }
}

#[test]
fn numbers_are_shown_in_groups_and_stored_bare() {
    let phone = Phone::read("0912345678").unwrap().phone;
    assert_eq!(phone.to_string(), "0912 345 678");
    assert_eq!(Phone::read("02103846647").unwrap().phone.to_string(), "0210 384 6647");
    assert_eq!(serde_json::to_string(&phone).unwrap(), "\"0912345678\"");
    assert_eq!(serde_json::from_str::<Phone>("\"0912345678\"").unwrap(), phone);
    assert!(serde_json::from_str::<Phone>("\"912345678\"").is_err());
    assert!(serde_json::from_str::<Phone>("\"+84 912 345 678\"").is_err());
}

proptest! {
    #[test]
    fn a_read_number_is_read_as_itself(text in "(\\+84|84|0084|0|)[ .-]?[0-9]{2,4}[ .-]?[0-9]{3}[ .-]?[0-9]{3,4}(\\.0)?|.{0,20}") {
        if let Ok(Reading { phone, .. }) = Phone::read(&text) {
            let again = Reading { phone: phone.clone(), mendings: Vec::new() };
            prop_assert_eq!(Phone::read(phone.as_str()), Ok(again.clone()));
            prop_assert_eq!(Phone::read(&phone.to_string()), Ok(again));
            prop_assert_eq!(Phone::try_from(phone.as_str().to_owned()), Ok(phone));
        }
    }
}
