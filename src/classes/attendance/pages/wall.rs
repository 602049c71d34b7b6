//! The wall (màn hình lớn): the code that changes, who has come by commune.

use super::super::actions::{close_door, meeting_run, open_door};
use super::super::door;
use super::super::store::{self, Count, Meeting};
use super::roster::in_halves;
use super::screen;
use crate::ground::{Problem, Refused};
use crate::web::{Answer, Ask, Form, Shell, W, page, see};
use askama::Template;
use axum::extract::Path;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// What changes on the wall.
pub(super) struct Now {
    pub(super) w: W,
    pub(super) meeting: Meeting,
    pub(super) open: bool,
    /// The code is for whoever looks to see.
    pub(super) codes: bool,
    /// The code as a path of an SVG picture, and the width of that picture in squares.
    pub(super) qr: (String, usize),
    /// `nguon.example/c/PT18`
    pub(super) address: String,
    /// `482 913`
    pub(super) typed: String,
    pub(super) counts: Vec<Count>,
}

impl Now {
    fn called(&self) -> i64 {
        self.counts.iter().map(|it| it.called).sum()
    }

    fn came(&self) -> i64 {
        self.counts.iter().map(|it| it.came).sum()
    }

    /// The width of the picture with its margin.
    fn width(&self) -> usize {
        self.qr.1 + 2 * MARGIN
    }
}

#[derive(Template)]
#[template(path = "classes/attendance/pages/wall.html")]
pub(super) struct WallPage {
    pub(super) s: Shell,
    pub(super) now: Now,
}

#[derive(Template)]
#[template(path = "classes/attendance/pages/wall_now.html")]
pub(super) struct WallNow {
    pub(super) now: Now,
}

/// Asks before a door is opened on a day that is not its session's.
#[derive(Template)]
#[template(path = "classes/attendance/pages/other_day.html")]
pub(super) struct OtherDayPage {
    pub(super) s: Shell,
    pub(super) meeting: Meeting,
}

/// Squares of white around the code in its picture. The style sheet adds as much again.
pub(super) const MARGIN: usize = 2;

/// The dark squares of a QR code as one path, and its width: neighbours in a row are one stroke, so the picture is small.
pub(super) fn qr(text: &str) -> Result<(String, usize), Problem> {
    // A screen has no scratches: the lowest level of correction leaves the largest squares.
    let code = QrCode::with_error_correction_level(text, EcLevel::L)?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let n = run.len();
                write!(path, "M{} {}h{n}v1h-{n}z", x + MARGIN, y + MARGIN)?;
            }
            x += run.len();
        }
    }
    Ok((path, width))
}

/// The address without what browsers add by themselves.
pub(super) fn bare(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, host)| host)
}

/// So many places fit on a wall of sixteen to nine.
const MOST_PLACES: usize = 30;

async fn look(ask: &Ask, session: &str) -> Result<Now, Refused> {
    let meeting = meeting_run(ask.db(), &ask.actor, session).await?;
    Ok(drawn(ask, meeting, true).await?)
}

/// The door for another wall of the class: of the session whose door is open, or of the one at hand. `codes`: the code is drawn; who has it
/// is present, so only who runs the class sees it. Nothing if the class has no sessions.
pub async fn door_drawn(ask: &Ask, class: &str, codes: bool) -> Result<Option<String>, Problem> {
    let db = ask.db();
    let open = store::open_in(db, class, ask.now()).await?.into_iter().next();
    let meeting = match open {
        Some(it) => Some(it),
        None => match store::at_hand(db, class, ask.now()).await? {
            Some(session) => store::meeting(db, &session).await?,
            None => None,
        },
    };
    let Some(meeting) = meeting else { return Ok(None) };
    Ok(Some(WallNow { now: drawn(ask, meeting, codes).await? }.render()?))
}

async fn drawn(ask: &Ask, meeting: Meeting, codes: bool) -> Result<Now, Problem> {
    let db = ask.db();
    let session = meeting.id.as_str();
    let mut counts = store::counts(db, &meeting.class_id, session).await?;
    // What does not fit on the wall should be those who are all here.
    if counts.len() > MOST_PLACES {
        counts.sort_by_key(|it| it.came >= it.called);
    }
    let key = &ask.house().key;
    let slot = door::slot(ask.now());
    Ok(Now {
        w: ask.w(),
        open: meeting.is_open(ask.now()),
        codes,
        qr: qr(&format!("{}/door/{}", ask.origin, door::scanned(key, session, slot)))?,
        address: format!("{}/c/{}", bare(&ask.origin), meeting.code),
        typed: in_halves(&door::typed(key, session, slot)),
        counts,
        meeting,
    })
}

/// `GET /sessions/{session}/wall`
pub(super) async fn show(ask: Ask, Path(session): Path<String>) -> Answer {
    let now = look(&ask, &session).await?;
    page(&WallPage { s: ask.shell(ask.w().x("wall-title", now.meeting.ordinal)), now })
}

/// `GET /sessions/{session}/wall/now`: only what changes.
pub(super) async fn now(ask: Ask, Path(session): Path<String>) -> Answer {
    page(&WallNow { now: look(&ask, &session).await? })
}

/// `POST /sessions/{session}/door`: opens or closes it.
pub(super) async fn turn(ask: Ask, Path(session): Path<String>, form: Form) -> Answer {
    let meeting = meeting_run(ask.db(), &ask.actor, &session).await?;
    let to = screen(&meeting);
    if form.is("turn", "close") {
        close_door(ask.db(), &ask.actor, ask.deed(&form), &session).await?;
        return see(format!("{to}?done=door-closed"));
    }
    // On another day than the session's own it is more likely the wrong session.
    if meeting.starts_at.date() != ask.now().date() && !form.ticked("sure") {
        let s = ask.shell(ask.w().x("door-other-day-title", meeting.ordinal));
        let s = s.crumb(format!("/classes/{}", meeting.class_id), meeting.class_name.clone());
        let s = s.crumb(to, ask.w().x("attendance-title", meeting.ordinal));
        return page(&OtherDayPage { s, meeting });
    }
    open_door(ask.db(), &ask.actor, ask.deed(&form), &session).await?;
    see(format!("{to}?done=door-opened"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_on_the_wall_has_large_squares() {
        let session = "0166752b-1234-7000-8000-000000000001";
        let code = door::scanned("k", session, 51_321_667);
        let (path, width) = qr(&format!("https://nguon.example.vn/door/{code}")).unwrap();
        assert!(width <= 33, "{width} squares");
        assert!(path.starts_with("M2 2h7v1h-7z"), "{path}");
    }
}
