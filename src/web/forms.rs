//! Forms in: what a person typed, kept so that the form can be shown again as it was.

use super::App;
use super::errors::Failure;
use crate::ground::{Invalid, Problem, Refused, is_id, text};
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;

/// A file as it came.
#[derive(Clone, Debug)]
pub struct Upload {
    pub field: String,
    pub name: String,
    pub bytes: Bytes,
}

/// The fields of a form in their order, as typed.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    files: Vec<Upload>,
}

impl Form {
    /// A form from pairs, for tests, samples and forms shown for the first time.
    #[must_use]
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self { fields: pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(), files: Vec::new() }
    }

    /// As typed, or empty: for showing the form again.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.fields.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value.as_str())
    }

    /// One line, cleaned (NFC, trimmed, single blanks).
    #[must_use]
    pub fn line(&self, name: &str) -> String {
        text::clean(self.raw(name))
    }

    /// One line, or nothing when it was left empty.
    #[must_use]
    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.line(name)).filter(|it| !it.is_empty())
    }

    /// Several lines, cleaned.
    #[must_use]
    pub fn lines(&self, name: &str) -> String {
        text::clean_lines(self.raw(name))
    }

    /// Every value of a field that may come several times.
    #[must_use]
    pub fn list(&self, name: &str) -> Vec<String> {
        self.fields.iter().filter(|(it, _)| it == name).map(|(_, value)| text::clean(value)).filter(|it| !it.is_empty()).collect()
    }

    /// A box that was ticked.
    #[must_use]
    pub fn ticked(&self, name: &str) -> bool {
        !self.raw(name).is_empty()
    }

    /// Is this the value chosen? For `selected` and `checked` in templates.
    #[must_use]
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.fields.iter().any(|(it, is)| it == name && is == value)
    }

    /// The file of this field, if one was chosen.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&Upload> {
        self.files.iter().find(|it| it.field == name && !it.bytes.is_empty())
    }

    /// Every file of this field, in order.
    pub fn files<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Upload> {
        self.files.iter().filter(move |it| it.field == name && !it.bytes.is_empty())
    }

    /// The identity under which the page offered this deed (hidden field `deed`), so that posting twice does it once.
    #[must_use]
    pub fn deed(&self) -> Option<&str> {
        Some(self.raw("deed")).filter(|it| is_id(it))
    }

    /// All pairs, for carrying what was typed to a next step.
    #[must_use]
    pub fn pairs(&self) -> &[(String, String)] {
        &self.fields
    }
}

/// No form that people fill in is larger; lists in Excel are the largest.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

impl FromRequest<App> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &App) -> Result<Self, Failure> {
        let unreadable = || Failure::from(Refused::Invalid(Invalid::field("form", "error-form-unreadable")));
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned();
        let mut form = Self::default();
        if kind.starts_with("multipart/form-data") {
            let mut parts = Multipart::from_request(request, state).await.map_err(|_| unreadable())?;
            while let Some(part) = parts.next_field().await.map_err(|_| unreadable())? {
                let field = part.name().unwrap_or_default().to_owned();
                let name = part.file_name().map(str::to_owned);
                let bytes = part.bytes().await.map_err(|_| unreadable())?;
                match name {
                    Some(name) => form.files.push(Upload { field, name, bytes }),
                    None => form.fields.push((field, String::from_utf8(bytes.to_vec()).map_err(Problem::from)?)),
                }
            }
        } else if kind.starts_with("application/x-www-form-urlencoded") {
            let bytes = Bytes::from_request(request, state).await.map_err(|_| unreadable())?;
            form.fields = form_urlencoded::parse(&bytes).map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        } else if !kind.is_empty() {
            return Err(unreadable());
        }
        Ok(form)
    }
}
