//! Groups (nhóm) of a class's trainees, for the evening's discussion: by hand, by cluster of communes, or simply so many.

use super::trainee::Trainee;
use crate::ground::{Invalid, Word, text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A group, with how many trainees it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub id: String,
    pub name: String,
    pub sort: i64,
    pub members: i64,
}
crate::row!(Group { id, name, sort, members });

/// A group to form, with the trainees that come to it. Part of the body of `class.groups_formed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewGroup {
    pub id: String,
    pub name: String,
    pub sort: i64,
    #[serde(default)]
    pub trainees: Vec<String>,
}

/// The most groups of one class.
pub const MOST: usize = 40;

/// A name for a group, or what is wrong with it.
pub fn checked_name(raw: &str) -> Result<String, Invalid> {
    let name = text::clean(raw);
    if name.is_empty() {
        return Err(Invalid::field("name", "class-line-missing"));
    }
    if name.chars().count() > 120 {
        let mut invalid = Invalid::default();
        invalid.add("name", Word::new("class-line-long").with("x", "120"));
        return Err(invalid);
    }
    Ok(name)
}

/// One group for each cluster (the old district of a place, say), in order of their names; `cluster` says to which a place belongs.
#[must_use]
pub fn by_cluster<'a>(trainees: &[Trainee], cluster: impl Fn(&str) -> &'a str) -> Vec<(String, Vec<String>)> {
    let mut clusters: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for trainee in trainees {
        let name = cluster(&trainee.place_id);
        let entry = clusters.entry(crate::ground::sort::sort_key(name)).or_insert_with(|| (name.to_owned(), Vec::new()));
        entry.1.push(trainee.id.clone());
    }
    clusters.into_values().collect()
}

/// So many groups of nearly equal size, with the people of one place kept together where that is possible.
#[must_use]
pub fn by_count(trainees: &[Trainee], count: usize) -> Vec<Vec<String>> {
    let count = count.clamp(1, MOST);
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for trainee in trainees {
        places.entry(&trainee.place_id).or_default().push(trainee.id.clone());
    }
    let most = trainees.len().div_ceil(count).max(1);
    let mut groups: Vec<Vec<String>> = vec![Vec::new(); count];
    let mut rest = Vec::new();
    let mut delegations: Vec<Vec<String>> = places.into_values().collect();
    delegations.sort_by_key(|it| std::cmp::Reverse(it.len()));
    for delegation in delegations {
        let smallest = groups.iter_mut().min_by_key(|it| it.len());
        match smallest {
            Some(group) if group.len() + delegation.len() <= most => group.extend(delegation),
            _ => rest.extend(delegation),
        }
    }
    for trainee in rest {
        if let Some(group) = groups.iter_mut().min_by_key(|it| it.len()) {
            group.push(trainee);
        }
    }
    groups.retain(|it| !it.is_empty());
    groups
}
