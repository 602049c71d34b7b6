//! Positions in groups, so that classes can be compared. Pure.

use crate::ground::text::fold;

/// A group of positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Position {
    Leader,
    Officer,
    Union,
    Village,
    Other,
    Unknown,
}

impl Position {
    pub(in super::super) const ALL: [Self; 6] = [Self::Leader, Self::Officer, Self::Union, Self::Village, Self::Other, Self::Unknown];

    /// From a position as it stands on a list. The union before the leader: its chair is a *chủ tịch* too.
    pub(in super::super) fn of(text: &str) -> Self {
        let text = fold(text);
        let has = |words: &[&str]| words.iter().any(|it| text.contains(it));
        if text.is_empty() {
            Self::Unknown
        } else if has(&[
            "truong thon",
            "truong ban",
            "truong khu",
            "truong xom",
            "truong ap",
            "bi thu chi bo",
            "pho thon",
            "nguoi co uy tin",
        ]) {
            Self::Village
        } else if has(&["hoi ", "lhpn", "phu nu", "nong dan", "cuu chien binh", "doan thanh nien", "doan tncs", "mat tran", "mttq"]) {
            Self::Union
        } else if has(&["chu tich", "bi thu", "hdnd"]) && !has(&["chuyen vien"]) {
            Self::Leader
        } else if has(&["cong chuc", "chuyen vien", "ke toan", "dia chinh", "truong phong", "can bo", "van phong", "tu phap"]) {
            Self::Officer
        } else {
            Self::Other
        }
    }

    pub(in super::super) fn name(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Officer => "officer",
            Self::Union => "union",
            Self::Village => "village",
            Self::Other => "other",
            Self::Unknown => "unknown",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_of_a_real_list() {
        for (text, group) in [
            ("Phó Chủ tịch UBND xã", Position::Leader),
            ("Công chức tài chính – kế toán", Position::Officer),
            ("Chuyên viên Văn phòng HĐND và UBND huyện, theo dõi công tác dân tộc", Position::Officer),
            ("Phó Trưởng phòng Dân tộc huyện", Position::Officer),
            ("Chủ tịch Hội LHPN xã", Position::Union),
            ("Chủ tịch Hội Nông dân xã", Position::Union),
            ("Trưởng khu", Position::Village),
            ("Trưởng bản", Position::Village),
            ("Bác sĩ", Position::Other),
            ("", Position::Unknown),
        ] {
            assert_eq!(Position::of(text), group, "{text}");
        }
    }
}
