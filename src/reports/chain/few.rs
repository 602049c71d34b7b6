//! How many of each people (dân tộc) came, so that nobody can be made out. The one way in which these figures leave the store.
//!
//! The rule: each class publishes for itself, and every larger figure is a sum of what its classes published. A people of fewer than
//! five in a class is counted among *the others*, without its name; when the others would be fewer than five, the smallest people that
//! is named joins them, until they are five or more; when even all together are fewer than five, the class publishes nothing. So
//! subtracting any figure from any other (a project from all, a class from its project, one sponsor's view from another's) leaves
//! again what some classes published: nothing, or five and more.

use std::collections::BTreeMap;

/// The fewest that are told.
pub(in super::super) const FEWEST: i64 = 5;

/// What may be told: named peoples, the others together, and how many classes publish nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Published {
    pub(in super::super) named: BTreeMap<String, i64>,
    pub(in super::super) others: i64,
    pub(in super::super) silent: i64,
}

impl Published {
    /// Of one class: people and how many came; an empty name is what was not recorded.
    pub(in super::super) fn of_class(cells: &[(String, i64)]) -> Self {
        let mut sums: BTreeMap<String, i64> = BTreeMap::new();
        for (name, n) in cells.iter().filter(|it| it.1 > 0) {
            *sums.entry(name.clone()).or_default() += n;
        }
        let all: i64 = sums.values().sum();
        let (mut named, few): (BTreeMap<_, _>, BTreeMap<_, _>) = sums.into_iter().partition(|it| !it.0.is_empty() && it.1 >= FEWEST);
        let mut others: i64 = few.values().sum();
        while others > 0 && others < FEWEST {
            let Some(least) = named.iter().min_by_key(|it| (*it.1, it.0.as_str())).map(|it| it.0.clone()) else { break };
            others += named.remove(&least).unwrap_or_default();
        }
        if all < FEWEST {
            return Self { silent: i64::from(all > 0), ..Self::default() };
        }
        Self { named, others, silent: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(cells: &[(&str, i64)]) -> Published {
        Published::of_class(&cells.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect::<Vec<_>>())
    }

    #[test]
    fn the_few_are_not_told() {
        let it = of(&[("Mường", 39), ("Dao", 9), ("Kinh", 12), ("Mông", 1)]);
        assert_eq!(it.named.keys().map(String::as_str).collect::<Vec<_>>(), ["Kinh", "Mường"], "Dao hides Mông");
        assert_eq!((it.others, it.silent), (10, 0));
        assert_eq!(of(&[("Thái", 8), ("Mông", 7)]).others, 0);
        assert_eq!(of(&[("Thái", 2), ("Mông", 2)]), Published { silent: 1, ..Published::default() });
        assert_eq!(of(&[]), Published::default());
        let all = of(&[("Thái", 3), ("Mông", 4)]);
        assert!(all.named.is_empty() && all.others == 7);
        assert_eq!(of(&[("", 9), ("Mông", 6)]).others, 9, "what was not recorded is no people");
    }

    /// Of several classes together, as the sheet sums it.
    fn told(parts: &[Published]) -> Published {
        parts.iter().fold(Published::default(), |mut sum, it| {
            for (name, n) in &it.named {
                *sum.named.entry(name.clone()).or_default() += n;
            }
            sum.others += it.others;
            sum.silent += it.silent;
            sum
        })
    }

    fn is_safe(it: &Published) -> bool {
        it.named.values().chain([&it.others]).all(|n| *n == 0 || *n >= FEWEST)
    }

    fn cells() -> impl Strategy<Value = Vec<(String, i64)>> {
        proptest::collection::vec((prop_oneof!["Mường", "Dao", "Thái", "Mông", "Kinh", ""], 0_i64..12), 0..7)
    }

    proptest! {
        #[test]
        fn no_subtraction_finds_a_few(classes in proptest::collection::vec((cells(), any::<[bool; 2]>()), 0..7)) {
            let parts: Vec<(Published, [bool; 2])> = classes.iter().map(|(it, choice)| (Published::of_class(it), *choice)).collect();
            for (part, (cells, _)) in parts.iter().map(|it| &it.0).zip(&classes) {
                prop_assert!(is_safe(part));
                let all: i64 = cells.iter().map(|it| it.1).sum();
                let said = part.named.values().sum::<i64>() + part.others;
                prop_assert!(said == all || (part.silent == 1 && all < FEWEST && said == 0));
            }
            // Two figures over any choices, one within the other.
            let pick = |so: &dyn Fn(&[bool; 2]) -> bool| told(&parts.iter().filter(|it| so(&it.1)).map(|it| it.0.clone()).collect::<Vec<_>>());
            let (large, small) = (pick(&|it| it[0]), pick(&|it| it[0] && it[1]));
            prop_assert!(is_safe(&large) && is_safe(&small));
            for (name, n) in &large.named {
                let left = n - small.named.get(name).copied().unwrap_or_default();
                prop_assert!(left == 0 || left >= FEWEST, "{name}: {left}");
            }
            let left = large.others - small.others;
            prop_assert!(left == 0 || left >= FEWEST);
        }
    }
}
