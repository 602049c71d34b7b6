//! A sign-in: how somebody came in, for how long, on what device. And what guards it: passwords, codes, the count of tries.
//!
//! The cookie carries a random token; the table keeps its digest only. A sign-in by the door, a printed code or a personal link proves
//! less than a password does, so it carries the rights of a trainee and no others, whatever else the person may be.

use crate::ground::seal::seal;
use crate::ground::{Invalid, Word, text};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use sha2::{Digest, Sha256};
use std::net::IpAddr;

/// How somebody came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// Their password.
    Password,
    /// The code on the wall, and the phone number of the list.
    Door,
    /// The code printed on their badge.
    Code,
    /// The link sent to them.
    Link,
    /// Making the first organiser.
    Setup,
}

impl Means {
    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Door => "door",
            Self::Code => "code",
            Self::Link => "link",
            Self::Setup => "setup",
        }
    }

    /// How long it lasts, in seconds. A trainee's phone: thirty days, so that the days after the class need no new sign-in. A password:
    /// eighteen hours, from before the morning's session to after the evening's, and not into the next day on a shared computer.
    #[must_use]
    pub fn lasts(self) -> i64 {
        match self {
            Self::Password | Self::Setup => 18 * 3600,
            Self::Door | Self::Code | Self::Link => 30 * 24 * 3600,
        }
    }
}

/// The token's digest: the key of its row.
#[must_use]
pub fn digest(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

/// Has the form of a token: 64 characters of hexadecimal.
#[must_use]
pub fn is_token(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// The six digits of a person's badge. Derived, so that nothing but the round is kept; another round is another code.
#[must_use]
pub fn code(house_key: &str, person: &str, round: i64) -> String {
    let seal = seal(house_key, &["code", person, &round.to_string()]);
    let number = seal.get(..15).and_then(|it| u64::from_str_radix(it, 16).ok()).unwrap_or_default();
    format!("{:06}", number % 1_000_000)
}

/// A code as typed: its digits.
#[must_use]
pub fn read_code(typed: &str) -> String {
    text::clean(typed).chars().filter(char::is_ascii_digit).collect()
}

/// The shortest password, in characters. Length is what counts: no rule asks for digits or signs.
pub const SHORTEST: usize = 10;
const LONGEST: usize = 200;

/// A new password, typed twice. Never trimmed or changed.
pub fn checked_password(password: &str, again: &str) -> Result<(), Invalid> {
    let length = password.chars().count();
    let mut wrong = Invalid::default();
    if length < SHORTEST {
        wrong.add("password", Word::new("password-short").with("x", SHORTEST.to_string()));
    } else if length > LONGEST {
        wrong.add("password", Word::new("password-long").with("x", LONGEST.to_string()));
    } else if password != again {
        wrong.add("again", Word::new("password-differs"));
    }
    wrong.verdict()
}

/// The hash of a password: Argon2id, 19 MiB, two passes, one lane; the string says so itself.
pub fn hash(password: &str, salt: &[u8]) -> Result<String, argon2::password_hash::Error> {
    Ok(Argon2::default().hash_password_with_salt(password.as_bytes(), salt)?.to_string())
}

/// Is it this password? Takes the parameters from the hash.
#[must_use]
pub fn is_password(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Tried in place of a password that nobody has, so that an unknown name takes as long as a known one.
pub const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bmd1b24tbmd1b24tbm9ib2R5$e4VHnFPXxw2+AJpJVyW50dJX6QEpFe3DErR+jrXBrmY";

/// What the person sees of the device in their list of sign-ins: `Android · Zalo`.
#[must_use]
pub fn device(agent: &str) -> String {
    let first = |names: &[(&'static str, &'static str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    let browser = first(&[
        ("Zalo", "Zalo"),
        ("coc_coc", "Cốc Cốc"),
        ("FBAN", "Facebook"),
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("SamsungBrowser", "Samsung"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("CriOS", "Chrome"),
        ("Safari", "Safari"),
    ]);
    [system, browser].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Is it an address of this house that a sign-in may lead to? Anything else would let a link lead people elsewhere.
#[must_use]
pub fn is_local(path: &str) -> bool {
    is_here(path) && !path.starts_with("/sign-") && !path.starts_with("/language/")
}

/// Is it an address of this house at all?
#[must_use]
pub fn is_here(path: &str) -> bool {
    let plain = path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    plain && path.len() <= 500 && path.starts_with('/') && !path.starts_with("//")
}

/// The network that a try comes from, for counting: the caller's address, or the one that a proxy on this machine or in its network
/// says; of an IPv6 address the part that names a household.
#[must_use]
pub fn network(peer: Option<IpAddr>, forwarded: &str) -> String {
    let is_proxy = |it: IpAddr| match it {
        IpAddr::V4(it) => it.is_loopback() || it.is_private(),
        IpAddr::V6(it) => it.is_loopback() || it.is_unique_local(),
    };
    let told = forwarded.rsplit(',').next().and_then(|it| it.trim().parse::<IpAddr>().ok());
    let address = if peer.is_none_or(is_proxy) { told.or(peer) } else { peer };
    match address {
        Some(IpAddr::V4(it)) => format!("network/{it}"),
        Some(IpAddr::V6(it)) => format!("network/{}", hex::encode(it.octets().iter().take(8).copied().collect::<Vec<u8>>())),
        None => "network/unknown".to_owned(),
    }
}

/// After this many seconds the count of tries falls below `most`, given tries by the minute in which they were made (oldest first).
#[must_use]
pub fn wait(tries: &[(i64, i64)], most: i64, window_seconds: i64, now_seconds: i64) -> Option<i64> {
    let mut left: i64 = tries.iter().map(|(_, tries)| tries).sum();
    if left < most {
        return None;
    }
    for (minute, tries) in tries {
        left -= tries;
        if left < most {
            return Some((minute * 60 + 60 + window_seconds - now_seconds).clamp(1, window_seconds + 60));
        }
    }
    Some(window_seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords() {
        let kept = hash("mật khẩu dài", b"0123456789abcdef").expect("a hash");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(is_password("mật khẩu dài", &kept) && !is_password("mật khẩu dai", &kept) && !is_password("x", "?"));
        let parameters = |it: &str| it.rsplitn(3, '$').nth(2).map(str::to_owned);
        assert_eq!(parameters(NOBODY), parameters(&kept), "the dummy must cost what a password costs");
        assert!(PasswordHash::new(NOBODY).is_ok());
    }

    #[test]
    fn codes_have_six_digits_and_a_round() {
        let first = code("k", "p", 0);
        assert!(first.len() == 6 && first.bytes().all(|b| b.is_ascii_digit()));
        assert_eq!(first, code("k", "p", 0));
        assert_ne!(first, code("k", "p", 1));
        assert_ne!(first, code("l", "p", 0));
        assert_eq!(read_code(" 123 456 "), "123456");
    }

    #[test]
    fn only_addresses_of_the_house() {
        for good in ["/", "/classes/1?a=b#c"] {
            assert!(is_local(good), "{good}");
        }
        for bad in ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a b", "/a\r\nb", "/sign-in", "/sign-out"] {
            assert!(!is_local(bad), "{bad:?}");
        }
    }

    #[test]
    fn a_proxy_is_believed_and_nobody_else() {
        let at = |peer: &str, forwarded: &str| network(peer.parse().ok(), forwarded);
        assert_eq!(at("203.0.113.7", "198.51.100.1"), "network/203.0.113.7");
        assert_eq!(at("127.0.0.1", "192.0.2.9, 198.51.100.1"), "network/198.51.100.1");
        assert_eq!(at("192.168.1.20", ""), "network/192.168.1.20");
        assert_eq!(at("2001:db8::1", ""), at("2001:db8::2", ""));
        assert_eq!(at("", ""), "network/unknown");
    }

    #[test]
    fn devices_are_named() {
        let zalo = "Mozilla/5.0 (Linux; Android 9; SM-J415F) AppleWebKit/537.36 Chrome/110.0 Mobile Safari/537.36 Zalo android/12";
        assert_eq!(device(zalo), "Android · Zalo");
        assert_eq!(device("curl/8"), "");
    }

    #[test]
    fn tries_are_forgotten_minute_by_minute() {
        assert_eq!(wait(&[(0, 9)], 10, 900, 30), None);
        assert_eq!(wait(&[(0, 10)], 10, 900, 30), Some(930));
        assert_eq!(wait(&[(0, 5), (5, 6)], 10, 900, 330), Some(630));
        assert_eq!(wait(&[(0, 1), (5, 20)], 10, 900, 330), Some(930));
    }
}
