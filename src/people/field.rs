//! The fields (lĩnh vực) of difficulties, and of the experts who answer them.

use serde::{Deserialize, Serialize};

/// A field of difficulties and experts. Stored, and serialised, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Xác định, công nhận xã, thôn thuộc diện.
    Listing,
    /// Phân bổ, giao vốn.
    Allocation,
    /// Chủ đầu tư, phân cấp.
    Investor,
    /// Đấu thầu, mua sắm.
    Procurement,
    /// Nghiệm thu, thanh toán, quyết toán.
    Settlement,
    /// Duy tu, bảo dưỡng.
    Maintenance,
    /// Hỗ trợ phát triển sản xuất.
    Production,
    /// Nước sinh hoạt, môi trường.
    Water,
    /// Công khai, dân chủ, tuyên truyền.
    Publicity,
    /// Nâng cao năng lực.
    Capacity,
}

impl Field {
    pub const ALL: [Self; 10] = [
        Self::Listing,
        Self::Allocation,
        Self::Investor,
        Self::Procurement,
        Self::Settlement,
        Self::Maintenance,
        Self::Production,
        Self::Water,
        Self::Publicity,
        Self::Capacity,
    ];

    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Listing => "listing",
            Self::Allocation => "allocation",
            Self::Investor => "investor",
            Self::Procurement => "procurement",
            Self::Settlement => "settlement",
            Self::Maintenance => "maintenance",
            Self::Production => "production",
            Self::Water => "water",
            Self::Publicity => "publicity",
            Self::Capacity => "capacity",
        }
    }

    /// As read back.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The key of its word.
    #[must_use]
    pub fn word(self) -> String {
        format!("field-{}", self.name())
    }
}
