//! A place: a province, district, commune or village as it stood in its time. Pure.

use crate::ground::dates::Date;
use crate::ground::text;
use serde::{Deserialize, Serialize};

/// The last day of the old units, and the first of the new ones.
pub const LAST_OLD: &str = "2025-06-30";
pub const FIRST_NEW: &str = "2025-07-01";

/// Since when a unit of the old era stands where the list does not say: it names units as they were just before 1 July 2025 and no
/// beginnings. Never shown; it only keeps a place found at any day before its end.
pub const BEGINNING_UNKNOWN: &str = "1900-01-01";

/// Địa bàn: a unit of administration in its time. The key is era and code: 08620 was Tam Thanh and is Long Cốc.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// `o08620` until 30 June 2025, `n08620` from 1 July.
    pub id: String,
    /// `old` or `new`
    pub era: String,
    pub code: String,
    /// `province`, `district`, `commune`, `village`
    pub kind: String,
    /// `Long Cốc`
    pub name: String,
    /// `Xã Long Cốc`
    pub full_name: String,
    pub parent_id: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub valid_from: String,
    pub valid_to: Option<String>,
}

crate::row!(Place { id, era, code, kind, name, full_name, parent_id, lat, lon, valid_from, valid_to });

impl Place {
    #[must_use]
    pub fn is_old(&self) -> bool {
        self.era == "old"
    }

    /// As within a sentence: `xã Long Cốc`.
    #[must_use]
    pub fn within_sentence(&self) -> String {
        within_sentence(&self.full_name)
    }

    /// The last day, for the eye, of a place that is no more.
    #[must_use]
    pub fn until(&self) -> Option<String> {
        self.valid_to.as_deref().map(|it| Date::from_iso(it).map_or_else(|_| it.to_owned(), |date| date.to_string()))
    }

    /// The first day, for the eye, where it is known.
    #[must_use]
    pub fn since(&self) -> Option<String> {
        Date::from_iso(&self.valid_from).ok().filter(|_| self.valid_from != BEGINNING_UNKNOWN).map(|date| date.to_string())
    }
}

/// `Xã Long Cốc` as within a sentence: `xã Long Cốc`.
#[must_use]
pub fn within_sentence(full_name: &str) -> String {
    let mut letters = full_name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A position at a place or an office, as a sentence says it: `Phó Chủ tịch UBND xã` at `Xã Mỹ Lung` is `Phó Chủ tịch UBND xã Mỹ Lung`,
/// `Công chức địa chính` there `Công chức địa chính, xã Mỹ Lung`. What is empty is left out.
#[must_use]
pub fn post_at(position: &str, at: &str) -> String {
    let lower = within_sentence(at);
    match lower.split_once(' ') {
        _ if position.is_empty() => at.to_owned(),
        _ if at.is_empty() => position.to_owned(),
        Some((kind, name)) if LEADS.contains(&kind) && position.split(' ').next_back() == Some(kind) => format!("{position} {name}"),
        Some((kind, _)) if LEADS.contains(&kind) => format!("{position}, {lower}"),
        _ => format!("{position}, {at}"),
    }
}

/// The kinds of places by which their names begin, as within a sentence.
const LEADS: [&str; 7] = ["xã", "phường", "huyện", "quận", "tỉnh", "thôn", "bản"];

/// A place with where it lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub place: Place,
    /// `huyện Yên Lập, tỉnh Phú Thọ`; empty for a province.
    pub parents: String,
}

impl Found {
    /// `xã Mỹ Lung, huyện Yên Lập, tỉnh Phú Thọ`
    #[must_use]
    pub fn line(&self) -> String {
        let place = self.place.within_sentence();
        if self.parents.is_empty() { place } else { format!("{place}, {}", self.parents) }
    }

    /// The same at the beginning of a sentence: `Xã Mỹ Lung, huyện Yên Lập, tỉnh Phú Thọ`
    #[must_use]
    pub fn line_begun(&self) -> String {
        let place = &self.place.full_name;
        if self.parents.is_empty() { place.clone() } else { format!("{place}, {}", self.parents) }
    }
}

/// A unit as a list names it: what the event `place.listed` carries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    pub era: String,
    pub code: String,
    pub kind: String,
    pub name: String,
    pub full_name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    pub valid_from: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<String>,
}

impl Unit {
    /// The id of its place.
    #[must_use]
    pub fn id(&self) -> String {
        place_id(&self.era, &self.code)
    }

    /// Is this how the place stands already? Ten metres are no difference: lists round the centre differently.
    pub(super) fn is(&self, place: &Place) -> bool {
        let near = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() < 1e-4,
            (a, b) => a.is_none() && b.is_none(),
        };
        let words =
            [&self.kind, &self.name, &self.full_name, &self.valid_from] == [&place.kind, &place.name, &place.full_name, &place.valid_from];
        let links = (&self.parent_id, &self.valid_to) == (&place.parent_id, &place.valid_to);
        words && links && near(self.lat, place.lat) && near(self.lon, place.lon)
    }
}

/// What became of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Succession {
    pub before: String,
    pub after: String,
    /// `whole` or `part`
    pub extent: String,
}

/// `o08620`, `n08620`
#[must_use]
pub fn place_id(era: &str, code: &str) -> String {
    format!("{}{code}", if era == "old" { 'o' } else { 'n' })
}

/// How a text that a person typed asks for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    /// With its diacritics, one tone placement.
    accented: String,
    /// Folded; without signs that `like` reads as gaps.
    pub(super) folded: String,
    /// The same without a leading kind (`xa`, `tt`…), and that kind.
    pub(super) bare: String,
    kind: Option<&'static str>,
}

/// Leading kinds, folded, as people write them.
const KINDS: [(&str, &str); 17] = [
    ("thanh pho", "thanh pho"),
    ("thi tran", "thi tran"),
    ("thi xa", "thi xa"),
    ("dac khu", "dac khu"),
    ("phuong", "phuong"),
    ("huyen", "huyen"),
    ("quan", "quan"),
    ("tinh", "tinh"),
    ("xa", "xa"),
    ("tp.", "thanh pho"),
    ("tp", "thanh pho"),
    ("tt.", "thi tran"),
    ("tt", "thi tran"),
    ("tx", "thi xa"),
    ("h.", "huyen"),
    ("p.", "phuong"),
    ("x.", "xa"),
];

impl Wanted {
    /// Nothing for an empty text.
    pub(super) fn read(typed: &str) -> Option<Self> {
        let plain: String = typed.chars().map(|c| if matches!(c, ',' | ';' | '%' | '_' | '\\' | '(' | ')') { ' ' } else { c }).collect();
        let folded = text::fold(&plain);
        if folded.is_empty() {
            return None;
        }
        let lead = KINDS.iter().find_map(|(lead, kind)| {
            let rest = folded.strip_prefix(lead)?;
            let bare = rest.trim_start();
            ((rest.len() > bare.len() || lead.ends_with('.')) && !bare.is_empty()).then(|| (bare.to_owned(), *kind))
        });
        let (bare, kind) = lead.map_or_else(|| (folded.clone(), None), |(bare, kind)| (bare, Some(kind)));
        Some(Self { accented: text::accent_fold(&plain), folded, bare, kind })
    }

    /// A code of 2, 3 or 5 digits, or the beginning of one.
    pub(super) fn is_code(&self) -> bool {
        self.folded.len() <= 5 && self.folded.bytes().all(|b| b.is_ascii_digit())
    }

    /// How well a place answers, the smaller the better: the name itself (perhaps with where it lies), begun so, holding it; each with
    /// the same diacritics before others. Nothing if it does not answer at all.
    pub(super) fn rank(&self, found: &Found) -> Option<u8> {
        let place = &found.place;
        if self.is_code() && place.code.starts_with(&self.folded) {
            return Some(u8::from(place.code != self.folded));
        }
        let name = text::fold(&place.name);
        let full = text::fold(&place.full_name);
        let lies = text::fold(&found.parents);
        let lies: Vec<&str> = lies.split([' ', ',']).collect();
        let of_kind = self.kind.is_some_and(|kind| full.starts_with(kind));
        let rank = |asked: &str| {
            let rest = asked.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix(' '));
            match rest {
                _ if asked == name => Some(0),
                // "my lung yen lap phu tho"
                Some(rest) if rest.split(' ').all(|word| lies.contains(&word)) => Some(0),
                _ if name.starts_with(asked) => Some(2),
                _ => name.contains(asked).then_some(4),
            }
        };
        let best = [rank(&self.folded), rank(&self.bare).filter(|_| of_kind)].into_iter().flatten().min()?;
        let spelled = if best == 0 {
            self.accented.contains(&text::accent_fold(&place.name))
        } else {
            text::accent_fold(&place.full_name).contains(&self.accented)
        };
        Some(best + u8::from(!spelled))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_names_its_place_once() {
        for (position, at, said) in [
            ("Phó Chủ tịch UBND xã", "Xã Mỹ Lung", "Phó Chủ tịch UBND xã Mỹ Lung"),
            ("Phó Trưởng phòng Dân tộc huyện", "huyện Thanh Sơn", "Phó Trưởng phòng Dân tộc huyện Thanh Sơn"),
            ("Công chức địa chính", "Xã Mỹ Lung", "Công chức địa chính, xã Mỹ Lung"),
            ("Phó Chủ tịch UBND xã", "Huyện Yên Lập", "Phó Chủ tịch UBND xã, huyện Yên Lập"),
            ("Chuyên viên", "Ban Dân tộc", "Chuyên viên, Ban Dân tộc"),
            ("", "Xã Mỹ Lung", "Xã Mỹ Lung"),
            ("Trưởng khu", "", "Trưởng khu"),
        ] {
            assert_eq!(post_at(position, at), said);
        }
    }
}
