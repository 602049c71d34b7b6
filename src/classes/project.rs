//! The training project (dự án đào tạo): the chain of classes that one sponsor orders from one provider.

use super::class::{short, some_line};
use crate::ground::{Invalid, Word, text};
use serde::{Deserialize, Serialize};

/// A training project as shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    pub id: String,
    pub code: String,
    pub name: String,
    /// Bên tài trợ, cơ quan chủ quản.
    pub sponsor: String,
    pub provider: String,
    pub period_id: Option<String>,
    pub component_id: Option<String>,
    /// "Chương trình 135, giai đoạn 2016–2020"; empty when the project names no period.
    pub period_name: String,
}
crate::row!(Project { id, code, name, sponsor, provider, period_id, component_id, period_name });

/// A project to open. Also the body of `project.opened`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewProject {
    pub code: String,
    pub name: String,
    pub sponsor: String,
    pub provider: String,
    #[serde(default)]
    pub period_id: Option<String>,
    #[serde(default)]
    pub component_id: Option<String>,
}

impl NewProject {
    /// The project with its lines cleaned, or what is wrong with it.
    pub fn checked(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let code = text::clean(&self.code).to_uppercase();
        if !short(&code) {
            invalid.add("code", Word::new("class-code-form"));
        }
        let it = Self {
            code,
            name: some_line(&mut invalid, "name", &self.name, 300),
            sponsor: some_line(&mut invalid, "sponsor", &self.sponsor, 300),
            provider: some_line(&mut invalid, "provider", &self.provider, 300),
            period_id: self.period_id.filter(|it| !it.is_empty()),
            component_id: self.component_id.filter(|it| !it.is_empty()),
        };
        invalid.verdict().map(|()| it)
    }
}
