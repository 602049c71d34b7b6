//! The page around every page: header, menu, notice, footer.

use super::ask::Ask;
use super::assets;
use super::who::{Actor, Role};
use super::words::{Lang, W};
use crate::ground::{Chance, Clock, Instant, Problem, new_id};

/// A line of the menu, as drawn.
#[derive(Clone, Debug)]
pub struct MenuLine {
    pub path: &'static str,
    pub name: String,
    pub here: bool,
}

/// What the template `web/pages/shell.html` draws around a page. Templates call it `s`.
#[derive(Clone)]
pub struct Shell {
    pub w: W,
    pub title: String,
    pub path: String,
    pub actor: Actor,
    pub menu: Vec<MenuLine>,
    /// A sentence about the deed just done (`?done=key` after a redirect).
    pub notice: Option<String>,
    /// The draft that was sent with it, for the browser to forget.
    pub draft_sent: Option<String>,
    /// Steps back: address and name.
    pub crumbs: Vec<(String, String)>,
    pub now: Instant,
    /// The page needs the whole desk: see [`Shell::wide`].
    pub wide: bool,
    clock: Clock,
    chance: Chance,
}

impl Shell {
    pub(super) fn of(ask: &Ask, title: String) -> Self {
        let w = ask.w();
        let done = ask.query("done");
        let menu = ask
            .app
            .rooms
            .iter()
            // The lowest room first: it is the nearest to what people come for.
            .rev()
            .flat_map(|room| room.menu)
            .filter(|item| item.may.admits(&ask.actor))
            .map(|item| MenuLine { path: item.path, name: w.t(item.word), here: is_within(&ask.path, item.path) })
            .collect();
        Self {
            title,
            path: ask.path.clone(),
            actor: ask.actor.clone(),
            menu,
            notice: is_key(&done).then(|| w.t(&format!("done-{done}"))).filter(|it| !it.starts_with('⟦')),
            draft_sent: Some(ask.query("draft")).filter(|it| is_key(it)),
            crumbs: Vec::new(),
            now: ask.now(),
            wide: false,
            clock: ask.app.clock.clone(),
            chance: ask.app.chance.clone(),
            w,
        }
    }

    /// A shell for drawing samples.
    #[must_use]
    pub fn sample(w: W) -> Self {
        let actor = Actor { person: Some("0166752b-1234-7000-8000-000000000000".into()), name: "Hà Văn An".into(), ..Actor::default() };
        Self {
            w,
            title: "…".into(),
            path: "/".into(),
            actor,
            menu: Vec::new(),
            notice: None,
            draft_sent: None,
            crumbs: Vec::new(),
            now: Instant(1_539_650_000_000),
            wide: false,
            clock: Clock::fixed(1_539_650_000_000),
            chance: Chance::seeded(7),
        }
    }

    /// Adds a step back.
    #[must_use]
    pub fn crumb(mut self, path: impl Into<String>, name: impl Into<String>) -> Self {
        self.crumbs.push((path.into(), name.into()));
        self
    }

    /// The page as wide as the desk, like its header: for a table that needs it.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// A new identity for a form's hidden field `deed`.
    #[must_use]
    pub fn deed(&self) -> String {
        new_id(&self.clock, &self.chance)
    }

    #[must_use]
    pub fn css(&self) -> &'static str {
        assets::css()
    }

    #[must_use]
    pub fn js(&self) -> &'static str {
        assets::js()
    }

    #[must_use]
    pub fn mark(&self) -> &'static str {
        assets::mark()
    }

    /// The word for the asker's first role.
    #[must_use]
    pub fn role(&self) -> String {
        self.actor.first_role().map(|role| self.w.t(&format!("role-{}", role.name()))).unwrap_or_default()
    }

    /// The same within a sentence: `Hà Văn An, học viên`.
    #[must_use]
    pub fn role_within(&self) -> String {
        let role = self.role();
        let mut letters = role.chars();
        letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
    }

    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.actor.has(role)
    }

    /// The other language: its tag and its name in itself.
    #[must_use]
    pub fn other_language(&self) -> (&'static str, &'static str) {
        match self.w.lang {
            Lang::Vi => ("en", "English"),
            Lang::En => ("vi", "Tiếng Việt"),
        }
    }
}

/// Is this address the menu's line, or below it?
fn is_within(path: &str, line: &str) -> bool {
    path == line || (line != "/" && path.strip_prefix(line).is_some_and(|rest| rest.starts_with('/')))
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.len() <= 60 && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Draws a template as a sample.
#[must_use]
pub fn draw(name: &'static str, template: &impl askama::Template) -> super::Sample {
    let html = template.render().map_err(Problem::from).unwrap_or_else(|problem| format!("⟦{problem}⟧"));
    super::Sample { name, html }
}
