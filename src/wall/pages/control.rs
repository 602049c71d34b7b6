//! The organiser's remote: what is on, and one button for everything that can be put on.

use crate::classes::{Class, class_run};
use crate::discussion::boards::boards_of;
use crate::ground::Refused;
use crate::wall::actions;
use crate::wall::fit::cut;
use crate::wall::shown::{Shown, Turned};
use crate::wall::store;
use crate::web::{Answer, Ask, Form, Shell, W, page, see};
use askama::Template;
use axum::extract::Path;

/// A button.
pub(super) struct Button {
    /// `board:0166…`
    pub(super) value: String,
    pub(super) name: String,
    pub(super) small: String,
    /// On the wall now.
    pub(super) on: bool,
}

/// What changes on the remote.
pub(super) struct Remote {
    pub(super) w: W,
    pub(super) class_id: String,
    pub(super) deed: String,
    /// What is on, in words.
    pub(super) heading: String,
    /// What is one of a kind; and those of which there are several, under their names.
    pub(super) first: Vec<Button>,
    pub(super) several: Vec<(String, Vec<Button>)>,
}

#[derive(Template)]
#[template(path = "wall/pages/control.html")]
pub(super) struct ControlPage {
    pub(super) s: Shell,
    pub(super) now: Remote,
    pub(super) since: i64,
}

#[derive(Template)]
#[template(path = "wall/pages/control_now.html")]
pub(super) struct ControlNow {
    pub(super) now: Remote,
}

/// Id, name, what is said of it.
type Choice = (String, String, String);

/// So many difficulties have a button; what is heavier stands first.
const MOST: i64 = 20;

async fn remote(ask: &Ask, class: &Class) -> Result<Remote, Refused> {
    let db = ask.db();
    let w = ask.w();
    let now = store::turned(db, &class.id).await?;
    let boards = boards_of(db, &class.id).await?;
    let boards = boards.into_iter().filter(|it| it.members > 0).map(|it| {
        let small = w.t(if it.presented_at.is_some() {
            "board-state-presented"
        } else if it.is_empty() {
            "board-state-empty"
        } else {
            "board-state-open"
        });
        (it.group_id, it.name, small)
    });
    let practices = store::practices(db, &class.id).await?.into_iter().map(|(id, title)| (id, title, String::new()));
    let waiting = store::waiting(db, &class.id, MOST).await?;
    let difficulties = waiting.into_iter().map(|it| (it.id, format!("{} {}", it.code, cut(&it.text, 90)), w.n("screen-weight", it.weight)));
    let several = [
        (Shown::Board, boards.collect::<Vec<Choice>>()),
        (Shown::Practice, practices.collect()),
        (Shown::Difficulty, difficulties.collect()),
    ];
    let heading = heading(&w, &now, &several);
    let button = |shown: Shown, about: String, name: String, small: String| {
        let value = Turned { shown, about }.value();
        Button { on: now.is(&value), value, name, small }
    };
    let first = Shown::ALL.into_iter().filter(|it| !it.is_one_of_several());
    let first = first.map(|it| button(it, String::new(), w.t(it.word()), w.t(&format!("screen-{}-what", it.name())))).collect();
    let several = several.into_iter().filter(|it| !it.1.is_empty()).map(|(shown, all)| {
        let buttons = all.into_iter().map(|(id, name, small)| button(shown, id, name, small)).collect();
        (w.t(&format!("screen-{}-several", shown.name())), buttons)
    });
    Ok(Remote { class_id: class.id.clone(), deed: ask.new_id(), heading, first, several: several.collect(), w })
}

/// What is on, in words.
fn heading(w: &W, now: &Turned, several: &[(Shown, Vec<Choice>)]) -> String {
    let one = several.iter().filter(|it| it.0 == now.shown).flat_map(|it| &it.1).find(|it| it.0 == now.about);
    let name = one.map_or_else(|| w.t(now.shown.word()), |it| format!("{}: {}", w.t(now.shown.word()), it.1));
    w.x("screen-on", name)
}

/// `GET /classes/{class}/wall/control`
pub(super) async fn show(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_run(ask.db(), &ask.actor, &class).await?;
    let since = ask.db().position_of_class(&class.id).await?;
    let w = ask.w();
    let s =
        ask.shell(w.t("screen-control")).crumb("/classes", w.t("class-menu")).crumb(format!("/classes/{}", class.id), class.name.clone());
    page(&ControlPage { s, now: remote(&ask, &class).await?, since })
}

/// `GET /classes/{class}/wall/control/now`: only what changes.
pub(super) async fn now(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_run(ask.db(), &ask.actor, &class).await?;
    page(&ControlNow { now: remote(&ask, &class).await? })
}

/// `POST /classes/{class}/wall/control`: puts something on; then back to where the button was pressed.
pub(super) async fn turn(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    let wanted = Turned::from_value(form.raw("turn")).ok_or(Refused::Absent)?;
    actions::turn(ask.db(), &ask.actor, ask.deed(&form), &class, wanted).await?;
    see(format!("/classes/{class}/wall{}", if form.is("from", "wall") { "" } else { "/control" }))
}
