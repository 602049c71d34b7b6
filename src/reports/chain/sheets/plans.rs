//! Plans that were presented, and how their steps were kept.

use super::super::found::Step;
use super::super::kind::Kind;
use super::super::sheet::{Cell, Line, Set, Sheet, Show, tag};
use super::super::waits::Kept;
use super::{View, count, province_of, tags_of};

pub(super) fn sheet(view: &View) -> Sheet {
    let mut heads = vec![
        ("chain-col-plan", Set::Word, Show::Always),
        ("chain-col-place", Set::Word, Show::Always),
        ("chain-col-province", Set::Word, Show::Desk),
        ("chain-col-horizon", Set::Word, Show::Desk),
        ("chain-col-steps", Set::Sum, Show::Always),
    ];
    heads.extend(
        ["chain-kept-on-time", "chain-kept-late", "chain-kept-overdue", "chain-kept-ahead", "chain-kept-dropped"]
            .map(|key| (key, Set::Sum, Show::Always)),
    );
    let mut sheet = view.empty_sheet("chain-sheet-plans", "chain-none-plans", view.columns(&heads));
    let mut plans: Vec<Vec<&Step>> = Vec::new();
    for it in &view.found.steps {
        match plans.last_mut().filter(|plan| plan.first().is_some_and(|first| first.plan_id == it.plan_id)) {
            Some(plan) => plan.push(it),
            None => plans.push(vec![it]),
        }
    }
    for plan in plans {
        let (Some(it), steps) = (plan.first(), plan.iter().filter(|it| !it.id.is_empty())) else { continue };
        let Some(class) = view.class(&it.class_id) else { continue };
        let kept: Vec<Kept> = steps.map(|it| Kept::of(it, view.today)).collect();
        let spot = view.atlas.spot(&it.place_id);
        let (province, province_tag) = province_of(&spot);
        let horizon = view.w.t(&format!("chain-horizon-{}", it.horizon));
        let mut cells = vec![
            Cell::text(&it.title).to(format!("/plans/{}", it.plan_id)),
            Cell::text(view.name_of(&spot)),
            province,
            Cell::text(&horizon),
            Cell::number(count(kept.len())).to(view.link(Kind::Steps, &[("plan", &it.plan_id)])),
        ];
        cells.extend(Kept::ALL.map(|wanted| Cell::number(count(kept.iter().filter(|it| **it == wanted).count()))));
        let mut tags = tags_of(class);
        tags.extend([province_tag, tag("horizon", &it.horizon, horizon)]);
        sheet.lines.push(Line { cells, tags });
    }
    sheet
}

pub(super) fn steps(view: &View) -> Sheet {
    let columns = view.columns(&[
        ("chain-col-step", Set::Long, Show::Always),
        ("chain-col-place", Set::Word, Show::Always),
        ("chain-col-province", Set::Word, Show::Desk),
        ("chain-col-owner", Set::Word, Show::Desk),
        ("chain-col-by-day", Set::Day, Show::Always),
        ("chain-col-done-on", Set::Day, Show::Desk),
        ("chain-col-state", Set::Word, Show::Always),
    ]);
    let mut sheet = view.empty_sheet("chain-sheet-steps", "chain-none-plans", columns);
    for it in view.found.steps.iter().filter(|it| !it.id.is_empty()) {
        let Some(class) = view.class(&it.class_id) else { continue };
        let spot = view.atlas.spot(&it.place_id);
        let (province, province_tag) = province_of(&spot);
        let kept = Kept::of(it, view.today);
        let word = view.w.t(&format!("chain-kept-{}", kept.name()));
        let done_on = if it.state == "done" { it.done_at.map(|it| it.date().iso()).unwrap_or_default() } else { String::new() };
        let mut tags = tags_of(class);
        tags.extend([province_tag, tag("kept", kept.name(), &word), tag("plan", &it.plan_id, &it.title)]);
        sheet.lines.push(Line {
            cells: vec![
                Cell::text(&it.text).to(format!("/plans/{}", it.plan_id)),
                Cell::text(view.name_of(&spot)),
                province,
                Cell::text(&it.owner),
                Cell::day(&it.due_on),
                Cell::day(&done_on),
                Cell::state(kept.look(), word),
            ],
            tags,
        });
    }
    sheet
}
