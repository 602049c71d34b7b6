//! The trainee (học viên): a person whom a place has named for a class.

use crate::ground::{Invalid, Word, text};

/// A trainee, with the person's own data. The phone is for class staff and for the place that named them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trainee {
    pub id: String,
    pub class_id: String,
    pub person_id: String,
    pub place_id: String,
    pub place_name: String,
    pub name: String,
    pub family: String,
    pub given: String,
    pub name_fold: String,
    pub name_sort: String,
    pub phone: Option<String>,
    pub sex: Option<String>,
    pub birth_year: Option<i64>,
    pub position: String,
    pub unit: String,
    pub target_group: String,
    pub note: String,
    /// `named`, `withdrawn`, or `replaced` by a substitute.
    pub state: String,
    /// The trainee for whom this one came.
    pub stands_for: Option<String>,
    pub group_id: Option<String>,
    pub illustration: bool,
}
crate::row!(Trainee {
    id,
    class_id,
    person_id,
    place_id,
    place_name,
    name,
    family,
    given,
    name_fold,
    name_sort,
    phone,
    sex,
    birth_year,
    position,
    unit,
    target_group,
    note,
    state,
    stands_for,
    group_id,
    illustration
});

impl Trainee {
    /// Is the trainee expected in the hall?
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.state == "named"
    }

    /// `xã Mỹ Lung`, as within a sentence.
    #[must_use]
    pub fn place(&self) -> String {
        crate::places::within_sentence(&self.place_name)
    }

    /// `Phó Chủ tịch UBND xã Mỹ Lung`, of what was written of their office.
    #[must_use]
    pub fn standing(&self) -> String {
        crate::places::post_at(&self.position, &self.unit)
    }

    /// The same, of their place.
    #[must_use]
    pub fn post(&self) -> String {
        crate::places::post_at(&self.position, &self.place_name)
    }
}

/// What a nomination says besides who the person is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    pub target_group: String,
    pub note: String,
    /// The trainee for whom this one comes: that one becomes `replaced`.
    pub stands_for: Option<String>,
}

impl Naming {
    /// With its lines cleaned, or what is wrong with it.
    pub fn checked(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let line = |raw: &str, field: &str, invalid: &mut Invalid| {
            let line = text::clean(raw);
            if line.chars().count() > 300 {
                invalid.add(field, Word::new("class-line-long").with("x", "300"));
            }
            line
        };
        let it = Self {
            target_group: line(&self.target_group, "target_group", &mut invalid),
            note: line(&self.note, "note", &mut invalid),
            stands_for: self.stands_for,
        };
        invalid.verdict().map(|()| it)
    }
}

/// A trainee's place in another class: at the same time, or before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    pub person_id: String,
    pub class_id: String,
    pub class_name: String,
    pub starts_on: String,
    pub ends_on: String,
    pub state: String,
}
crate::row!(Elsewhere { person_id, class_id, class_name, starts_on, ends_on, state });

impl Elsewhere {
    /// On days of this class too?
    #[must_use]
    pub fn overlaps(&self, starts_on: &str, ends_on: &str) -> bool {
        self.state != "cancelled" && self.starts_on.as_str() <= ends_on && starts_on <= self.ends_on.as_str()
    }
}
