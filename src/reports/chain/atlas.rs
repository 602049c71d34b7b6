//! Places by the old map (until 30 June 2025) or the new one: where a place that was recorded under either is counted. Pure.
//!
//! The rule: a place is counted in exactly one place of the map that is asked for, so that every total is the same under both. A commune
//! of the old map is counted to the one that took it whole, else to the first that took a part of it, and says so. A commune of the
//! new map is counted to the old one that bears its name, else the first that went into it. A district, which the new map does not know,
//! stays what it was, in the province that its own became.

use std::collections::HashMap;

/// Which map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Era {
    Old,
    New,
}

impl Era {
    pub(in super::super) fn name(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New => "new",
        }
    }

    pub(in super::super) fn from_name(name: &str) -> Option<Self> {
        [Self::Old, Self::New].into_iter().find(|it| it.name() == name)
    }
}

/// A place as it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Unit {
    pub(in super::super) id: String,
    pub(in super::super) era: String,
    pub(in super::super) kind: String,
    pub(in super::super) name: String,
    pub(in super::super) parent: Option<String>,
    pub(in super::super) lat: Option<f64>,
    pub(in super::super) lon: Option<f64>,
}

/// What the map says of a place besides its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Mark {
    None,
    /// Nobody took it whole: it is counted to the first that took a part.
    Split,
    /// Several went into it: it is counted to one.
    Joined,
    /// This map has nothing of its kind.
    Ended,
}

/// Where a place is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Spot {
    pub(in super::super) id: String,
    pub(in super::super) name: String,
    /// Empty where there is none.
    pub(in super::super) district: String,
    pub(in super::super) province_id: String,
    pub(in super::super) province: String,
    pub(in super::super) mark: Mark,
}

/// The map that is asked for.
#[derive(Clone, Debug)]
pub(in super::super) struct Atlas {
    pub(in super::super) era: Era,
    units: HashMap<String, Unit>,
    /// Of each place, the places of the other map: id, and whether wholly; the best first.
    others: HashMap<String, Vec<(String, bool)>>,
}

impl Atlas {
    /// `became`: before, after, whether wholly.
    pub(in super::super) fn new(era: Era, units: impl IntoIterator<Item = Unit>, became: &[(String, String, bool)]) -> Self {
        let units: HashMap<String, Unit> = units.into_iter().map(|it| (it.id.clone(), it)).collect();
        let mut others: HashMap<String, Vec<(String, bool)>> = HashMap::new();
        for (before, after, whole) in became {
            let (from, to) = if era == Era::New { (before, after) } else { (after, before) };
            others.entry(from.clone()).or_default().push((to.clone(), *whole));
        }
        let name = |id: &str| units.get(id).map(|it| bare(&it.name).to_owned()).unwrap_or_default();
        for (from, to) in &mut others {
            let own = name(from);
            to.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| (name(&b.0) == own).cmp(&(name(&a.0) == own))).then_with(|| a.0.cmp(&b.0)));
            if era == Era::Old {
                // The one that lends its name comes first, even if only a part of it went there.
                to.sort_by_key(|it| name(&it.0) != own);
            }
            to.dedup_by(|a, b| a.0 == b.0);
        }
        Self { era, units, others }
    }

    pub(in super::super) fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.get(id)
    }

    /// Is it a commune, by its own map?
    pub(in super::super) fn is_commune(&self, id: &str) -> bool {
        self.units.get(id).is_some_and(|it| it.kind == "commune" || it.kind == "village")
    }

    /// Where the place is counted.
    pub(in super::super) fn spot(&self, id: &str) -> Spot {
        let Some(unit) = self.units.get(id) else {
            let name = id.to_owned();
            return Spot {
                id: name.clone(),
                name,
                district: String::new(),
                province_id: String::new(),
                province: String::new(),
                mark: Mark::None,
            };
        };
        if unit.era == self.era.name() {
            return self.described(unit, Mark::None);
        }
        if let Some(others) = self.others.get(id)
            && let Some((first, whole)) = others.iter().find_map(|it| Some((self.units.get(&it.0)?, it.1)))
        {
            let mark = match self.era {
                Era::New if !whole => Mark::Split,
                Era::Old if others.len() > 1 => Mark::Joined,
                _ => Mark::None,
            };
            return self.described(first, mark);
        }
        if unit.kind == "village"
            && let Some(commune) = unit.parent.as_deref()
        {
            return self.spot(commune);
        }
        self.described(unit, Mark::Ended)
    }

    fn described(&self, unit: &Unit, mark: Mark) -> Spot {
        let above: Vec<&Unit> =
            std::iter::successors(Some(unit), |it| it.parent.as_ref().and_then(|id| self.units.get(id))).take(4).collect();
        let province = above.iter().find(|it| it.kind == "province").map(|it| self.province(it));
        let district = above.iter().skip(1).find(|it| it.kind == "district").map(|it| it.name.clone()).unwrap_or_default();
        let (province_id, province) = province.map(|it| (it.id.clone(), it.name.clone())).unwrap_or_default();
        Spot { id: unit.id.clone(), name: unit.name.clone(), district, province_id, province, mark }
    }

    /// The province of this map that a province is counted to.
    fn province<'a>(&'a self, unit: &'a Unit) -> &'a Unit {
        if unit.era == self.era.name() {
            return unit;
        }
        self.others.get(&unit.id).and_then(|all| all.iter().find_map(|it| self.units.get(&it.0))).unwrap_or(unit)
    }
}

/// A name without its kind, as names are compared across the maps.
fn bare(name: &str) -> &str {
    const KINDS: [&str; 8] = ["Xã ", "Phường ", "Thị trấn ", "Huyện ", "Thị xã ", "Thành phố ", "Tỉnh ", "Quận "];
    KINDS.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn unit(id: &str, kind: &str, name: &str, parent: Option<&str>) -> Unit {
        let era = if id.starts_with('o') { "old" } else { "new" };
        Unit { id: id.into(), era: era.into(), kind: kind.into(), name: name.into(), parent: parent.map(Into::into), lat: None, lon: None }
    }

    fn units() -> Vec<Unit> {
        vec![
            unit("o25", "province", "Tỉnh Phú Thọ", None),
            unit("o17", "province", "Tỉnh Hòa Bình", None),
            unit("n25", "province", "Tỉnh Phú Thọ", None),
            unit("o237", "district", "Huyện Yên Lập", Some("o25")),
            unit("o1", "commune", "Xã Mỹ Lung", Some("o237")),
            unit("o2", "commune", "Xã Mỹ Lương", Some("o237")),
            unit("o3", "commune", "Xã Lương Sơn", Some("o237")),
            unit("n1", "commune", "Xã Sơn Lương", Some("n25")),
            unit("n2", "commune", "Xã Mỹ Lung", Some("n25")),
        ]
    }

    fn became() -> Vec<(String, String, bool)> {
        [("o25", "n25", true), ("o17", "n25", true), ("o1", "n1", true), ("o2", "n1", true), ("o3", "n1", false), ("o3", "n2", false)]
            .map(|(before, after, whole)| (before.to_owned(), after.to_owned(), whole))
            .to_vec()
    }

    #[test]
    fn a_place_is_found_on_the_other_map() {
        let new = Atlas::new(Era::New, units(), &became());
        let spot = new.spot("o1");
        assert_eq!((spot.id.as_str(), spot.province.as_str(), spot.mark), ("n1", "Tỉnh Phú Thọ", Mark::None));
        assert_eq!((new.spot("o3").id.as_str(), new.spot("o3").mark), ("n1", Mark::Split));
        assert_eq!(
            (new.spot("o237").id.as_str(), new.spot("o237").province_id.as_str(), new.spot("o237").mark),
            ("o237", "n25", Mark::Ended)
        );
        assert_eq!((new.spot("o17").id.as_str(), new.spot("n2").id.as_str()), ("n25", "n2"));
        let old = Atlas::new(Era::Old, units(), &became());
        assert_eq!(
            (old.spot("n1").id.as_str(), old.spot("n1").district.as_str(), old.spot("n1").mark),
            ("o1", "Huyện Yên Lập", Mark::Joined)
        );
        assert_eq!((old.spot("n25").id.as_str(), old.spot("o3").id.as_str()), ("o25", "o3"), "the one of the same name");
        assert_eq!(old.spot("nothing").province, "");
    }

    proptest! {
        #[test]
        fn totals_are_the_same_under_both_maps(
            edges in proptest::collection::vec((0_u8..12, 0_u8..8, any::<bool>()), 0..30),
            people in proptest::collection::vec((any::<bool>(), 0_u8..14, 1_i64..9), 0..40),
        ) {
            let mut all = vec![unit("o25", "province", "P", None), unit("n25", "province", "P", None), unit("o99", "district", "D", Some("o25"))];
            all.extend((0..12).map(|i| unit(&format!("o{i}"), "commune", &format!("Xã {i}"), Some("o99"))));
            all.extend((0..8).map(|i| unit(&format!("n{i}"), "commune", &format!("Xã {i}"), Some("n25"))));
            let became: Vec<(String, String, bool)> = std::iter::once(("o25".to_owned(), "n25".to_owned(), true))
                .chain(edges.into_iter().map(|(a, b, whole)| (format!("o{a}"), format!("n{b}"), whole)))
                .collect();
            let sums = |era: Era| {
                let atlas = Atlas::new(era, all.clone(), &became);
                let (mut by_place, mut by_province) = (BTreeMap::<String, i64>::new(), BTreeMap::<String, i64>::new());
                for (is_old, i, n) in &people {
                    let spot = atlas.spot(&format!("{}{i}", if *is_old { 'o' } else { 'n' }));
                    assert_eq!(spot, atlas.spot(&format!("{}{i}", if *is_old { 'o' } else { 'n' })));
                    *by_place.entry(spot.id).or_default() += n;
                    *by_province.entry(spot.province_id).or_default() += n;
                }
                (by_place.values().sum::<i64>(), by_province.values().sum::<i64>())
            };
            let total: i64 = people.iter().map(|it| it.2).sum();
            prop_assert_eq!(sums(Era::Old), (total, total));
            prop_assert_eq!(sums(Era::New), (total, total));
        }
    }
}
