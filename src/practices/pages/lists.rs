//! The gallery, and what was written in a class.

use super::Choice;
use crate::classes::{Trainee, class_seen, trainee_of};
use crate::places::within_sentence;
use crate::practices::photo::small_sides;
use crate::practices::practice::{Kind, State};
use crate::practices::store::{self, Brief, Chosen, PAGE};
use crate::web::{Answer, Ask, Role, Shell, W, page};
use askama::Template;
use axum::extract::Path;

/// A card, or a line with its state.
pub(super) struct Card {
    pub(super) path: String,
    pub(super) title: String,
    /// Address, width, height, what it shows.
    pub(super) photo: Option<(String, i64, i64, String)>,
    pub(super) facts: Vec<String>,
    pub(super) mark: &'static str,
    pub(super) state: String,
}

impl Card {
    /// `first` is what it is called by in its list.
    fn of(it: &Brief, first: String, w: &W) -> Self {
        let (width, height) = small_sides(it.width, it.height);
        let place = within_sentence(&it.place_name);
        let place = if it.province_name.is_empty() { place } else { format!("{place}, {}", within_sentence(&it.province_name)) };
        let mut facts = vec![first, place, shortly(&it.component_name)];
        if it.adoptions > 0 {
            facts.push(w.n("practice-adoptions", it.adoptions));
        }
        if it.illustration {
            facts.push(w.t("practice-illustration"));
        }
        facts.retain(|it| !it.is_empty());
        Self {
            path: format!("/practices/{}", it.id),
            title: it.title.clone(),
            photo: it.photo.as_ref().map(|blob| (format!("/photos/{blob}"), width, height, it.caption.clone())),
            facts,
            mark: it.state.mark(),
            state: w.t(it.state.word()),
        }
    }
}

#[derive(Template)]
#[template(path = "practices/pages/gallery.html")]
pub(super) struct GalleryPage {
    pub(super) s: Shell,
    pub(super) heading: String,
    pub(super) text: String,
    pub(super) components: Vec<Choice>,
    pub(super) provinces: Vec<Choice>,
    pub(super) filtered: bool,
    pub(super) cards: Vec<Card>,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// `GET /practices`: what is released, for anyone.
pub(super) async fn gallery(ask: Ask) -> Answer {
    let (db, w) = (ask.db(), ask.w());
    let chosen = Chosen { component: ask.query("component"), province: ask.query("province"), text: ask.query("text") };
    let number = ask.query("page").parse::<i64>().map_or(0, |it| it.clamp(1, 10_000) - 1);
    let mut found = store::gallery(db, &chosen, number).await?;
    let all = store::gallery_count(db, &chosen).await?;
    let choices = store::gallery_choices(db).await?;
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = found.len() > most;
    found.truncate(most);
    let filtered = [&chosen.component, &chosen.province, &chosen.text].iter().any(|it| !it.is_empty());
    let heading = match (all, filtered) {
        (0, false) => w.t("practice-gallery-none"),
        (_, true) => w.n("practice-gallery-found", all),
        _ => w.n("practice-gallery-heading", all),
    };
    let of = |which: &str, is: &str| -> Vec<Choice> {
        let these = choices.iter().filter(|it| it.0 == which);
        these.map(|(_, id, name, n)| Choice { value: id.clone(), name: format!("{name} ({n})"), chosen: id == is }).collect()
    };
    let address = |page: i64| {
        let pairs = [("text", &chosen.text), ("component", &chosen.component), ("province", &chosen.province)];
        let kept = pairs.into_iter().filter(|it| !it.1.is_empty());
        let page = page.to_string();
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).append_pair("page", &page).finish();
        format!("/practices?{query}")
    };
    page(&GalleryPage {
        s: ask.shell(heading.clone()).wide(),
        heading,
        components: of("component", &chosen.component),
        provinces: of("province", &chosen.province),
        filtered,
        cards: found.iter().map(|it| Card::of(it, w.t(it.kind.word()), &w)).collect(),
        before: (number > 0).then(|| address(number)),
        after: more.then(|| address(number + 2)),
        text: chosen.text,
    })
}

#[derive(Template)]
#[template(path = "practices/pages/list.html")]
pub(super) struct ListPage {
    pub(super) s: Shell,
    pub(super) kicker: String,
    pub(super) heading: String,
    /// Where the two forms are, for those who may write.
    pub(super) write: Option<String>,
    pub(super) practices: Vec<Card>,
    pub(super) stories: Vec<Card>,
}

/// `GET /classes/{class}/practices`: what is shown or released; one's own; everything for those who run the class.
pub(super) async fn of_class(ask: Ask, Path(class): Path<String>) -> Answer {
    let (db, w) = (ask.db(), ask.w());
    let class = class_seen(db, &ask.actor, &class).await?;
    let runs = ask.actor.runs(class.of());
    let mut found = store::briefs_of_class(db, &class.id).await?;
    found.retain(|it| runs || matches!(it.state, State::Shown | State::Released) || it.author_id == ask.actor.id());
    let trainee = ask.actor.has_in(Role::Trainee, class.of())
        && trainee_of(db, &class.id, ask.actor.id()).await?.is_some_and(|it| Trainee::is_named(&it));
    let count = |kind: Kind| found.iter().filter(|it| it.kind == kind).count();
    let heading = if found.is_empty() {
        w.t("practice-list-none")
    } else {
        w.xy(
            "practice-list-heading",
            w.n("practice-count-practices", count(Kind::Practice)),
            w.n("practice-count-stories", count(Kind::Story)),
        )
    };
    let cards = |kind: Kind| found.iter().filter(|it| it.kind == kind).map(|it| Card::of(it, it.code.clone(), &w)).collect();
    page(&ListPage {
        s: ask
            .shell(heading.clone())
            .crumb("/classes", w.t("practice-crumb-classes"))
            .crumb(format!("/classes/{}", class.id), class.name.clone()),
        kicker: w.x("practice-kicker-class", &class.code),
        heading,
        write: (runs || trainee).then(|| format!("/classes/{}/practices/new", class.id)),
        practices: cards(Kind::Practice),
        stories: cards(Kind::Story),
    })
}

/// `Tiểu dự án 2: Hỗ trợ phát triển sản xuất, đa dạng hóa sinh kế và …` as `Hỗ trợ phát triển sản xuất`.
fn shortly(component: &str) -> String {
    let bare = component.split_once(": ").map_or(component, |it| it.1);
    let first = if bare.chars().count() > 40 { bare.split([',', '(', ';']).next() } else { None };
    first.unwrap_or(bare).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_is_called_by_its_first_words() {
        assert_eq!(shortly("Tiểu dự án 2: Hỗ trợ phát triển sản xuất, đa dạng hóa sinh kế"), "Hỗ trợ phát triển sản xuất");
        assert_eq!(shortly("Duy tu, bảo dưỡng công trình"), "Duy tu, bảo dưỡng công trình");
        assert_eq!(shortly(""), "");
    }
}
