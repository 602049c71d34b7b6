//! Local stories and new ways, for those who may see them in their state.

use super::{mark, province_mark};
use crate::db::{Run, args};
use crate::ground::Problem;
use crate::practices::State;
use crate::search::engine::Entry;
use crate::search::entry::{Kind, Shown, lines};
use crate::search::sees::Of;

crate::statements! {
    PRACTICES = "select pr.id, pr.code, pr.kind, coalesce(pr.class_id, ''), coalesce(pr.project_id, ''), coalesce(pr.component_id, ''),
            coalesce(co.period_id, j.period_id, ''), coalesce(pr.author_id, ''), pr.title, pr.before_text, pr.after_text, pr.steps, pr.who,
            pr.result, pr.conditions, pr.state, pr.changed_at, p.full_name, coalesce(gp.name, pp.name, p.name)
        from practices pr
        join places p on p.id = pr.place_id
        left join places pp on pp.id = p.parent_id
        left join places gp on gp.id = pp.parent_id
        left join projects j on j.id = pr.project_id
        left join components co on co.id = pr.component_id
        where $1 = '*' or $1 like '%,' || pr.id || ',%' order by pr.id";
}

struct Told {
    id: String,
    code: String,
    kind: String,
    class_id: String,
    project_id: String,
    component_id: String,
    period_id: String,
    author_id: String,
    title: String,
    before: String,
    after: String,
    steps: String,
    who: String,
    result: String,
    conditions: String,
    state: String,
    changed_at: i64,
    place: String,
    province: String,
}
crate::row!(Told {
    id,
    code,
    kind,
    class_id,
    project_id,
    component_id,
    period_id,
    author_id,
    title,
    before,
    after,
    steps,
    who,
    result,
    conditions,
    state,
    changed_at,
    place,
    province,
});

/// The entries of practices and stories (`,id,id,`, or all).
pub(crate) async fn practices(run: &impl Run, ids: &str) -> Result<Vec<Entry>, Problem> {
    let all: Vec<Told> = run.all(&PRACTICES, args![ids]).await?;
    Ok(all.iter().filter_map(Told::entry).collect())
}

impl Told {
    fn entry(&self) -> Option<Entry> {
        let state = State::from_name(&self.state)?;
        let kind = Kind::from_name(&self.kind)?;
        let of = Of { class: &self.class_id, project: &self.project_id };
        let texts = [&self.before, &self.after, &self.result, &self.steps, &self.who, &self.conditions];
        let shown = Shown {
            kind,
            title: self.title.clone(),
            path: format!("/practices/{}", self.id),
            place: self.place.clone(),
            facts: vec![self.code.clone()],
            // What everyone may read needs no word about it.
            state: if state == State::Released { Default::default() } else { (state.mark().to_owned(), state.word().to_owned()) },
            needs_review: false,
            passages: texts.into_iter().flat_map(|text| lines(text)).collect(),
        };
        let mut marks = vec!["source:practice".to_owned(), kind.mark(), province_mark(&self.province)];
        marks.extend(of.practice(state, &self.author_id));
        marks.extend(mark("component", &self.component_id).into_iter().chain(mark("period", &self.period_id)));
        let of = format!("practice/{}", self.id);
        let title = format!("{} {}", self.title, self.place);
        Some(Entry { key: of.clone(), of, marks, title, passages: shown.texts(), shown: shown.kept(), at: self.changed_at, is_name: false })
    }
}
