//! Documents with their provisions, and what each did to another, when it did.

use super::facts::{Label, Spot};
use super::setting::mark;
use super::{Stage, told};
use crate::ground::{Instant, Problem, child_id};
use crate::policy::law::read_bytes;
use crate::policy::{self, Cite, Effect, NewDocument, NewProvision, NewRelation, NewText};

/// The texts that came with the files.
const TEXTS: [(&str, &[u8]); 3] = [
    ("nd-27-2022.txt", include_bytes!("../../demo/texts/nd-27-2022.txt")),
    ("tt-02-2022-ubdt.txt", include_bytes!("../../demo/texts/tt-02-2022-ubdt.txt")),
    ("nd-30-2020.docx", include_bytes!("../../demo/texts/nd-30-2020.docx")),
];

/// The id of a document of the files.
pub(super) fn document_id(key: &str) -> String {
    child_id("document", key)
}

/// A provision of a document of the files.
pub(super) fn cite(document: &str, spot: &Spot) -> Cite {
    Cite {
        document_id: document_id(document),
        article: Label::text(spot.article.as_ref()),
        clause: Label::text(spot.clause.as_ref()),
        point: Label::text(spot.point.as_ref()),
    }
}

impl Stage<'_> {
    pub(super) async fn keep_document(&self, i: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.library.documents.get(i) else { return Ok(()) };
        let deed = Self::deed(&format!("document/{}", it.key), None, at);
        let new = NewDocument {
            id: Some(document_id(&it.key)),
            number: it.number.clone(),
            kind: it.kind.clone(),
            issuer: it.issuer.clone(),
            title: it.title.clone().unwrap_or_else(|| it.short.clone()),
            issued_on: it.issued_on.clone().unwrap_or_default(),
            effective_on: it.effective_on.clone().unwrap_or_default(),
            expires_on: it.expires_on.clone().unwrap_or_default(),
            mark: mark(&it.mark).name().to_owned(),
            dates_mark: mark(&it.dates_mark).name().to_owned(),
            source: it.source.clone(),
            checked_on: it.checked_on.clone().unwrap_or_default(),
            note: it.note.clone(),
        };
        let mut tx = self.db.begin().await?;
        let id = policy::keep_document(&mut tx, &deed, new).await.map_err(told)?;
        for (n, it) in self.library.provisions.iter().enumerate().filter(|(_, other)| other.document == it.key) {
            let Cite { article, clause, point, .. } = cite(&it.document, &it.spot);
            let new = NewProvision {
                article,
                clause,
                point,
                heading: String::new(),
                summary: it.summary.clone(),
                mark: mark(&it.mark).name().to_owned(),
                source: it.source.clone(),
                checked_on: it.checked_on.clone().unwrap_or_default(),
            };
            policy::keep_provision(&mut tx, &deed.part(&format!("provision/{n}")), &id, new).await.map_err(told)?;
        }
        if let Some(name) = &it.text {
            let bytes =
                TEXTS.iter().find(|text| text.0 == name).map(|text| text.1).ok_or_else(|| Problem::new(format!("no text {name}")))?;
            let read = read_bytes(bytes).map_err(|error| Problem::new(format!("{name}: {error:?}")))?;
            let format = name.rsplit('.').next().filter(|it| *it == "docx").unwrap_or("plain").to_owned();
            let new = NewText { file_name: name.clone(), format, encoding: read.charset.to_owned(), text: read.text };
            policy::keep_text(&mut tx, &deed.part("text"), &id, new).await.map_err(told)?;
        }
        tx.commit().await
    }

    /// One relation a touched provision; one for the whole where none is named.
    pub(super) async fn relate(&self, i: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.library.relations.get(i) else { return Ok(()) };
        let effect = Effect::from_name(&it.kind).ok_or_else(|| Problem::new(format!("{} is no relation", it.kind)))?;
        let spots = if it.provisions.is_empty() { vec![Spot::default()] } else { it.provisions.clone() };
        let mut tx = self.db.begin().await?;
        for (n, spot) in spots.iter().enumerate() {
            let Cite { article, clause, point, .. } = cite(&it.to, spot);
            let new = NewRelation {
                from_id: document_id(&it.from),
                effect,
                to_id: document_id(&it.to),
                article,
                clause,
                point,
                partial: it.partial,
                basis: it.basis.clone(),
                on_date: it.on.clone().unwrap_or_default(),
                note: it.note.clone(),
                mark: mark(&it.mark).name().to_owned(),
            };
            policy::relate(&mut tx, &Self::deed(&format!("relation/{i}/{n}"), None, at), new).await.map_err(told)?;
        }
        tx.commit().await
    }
}
