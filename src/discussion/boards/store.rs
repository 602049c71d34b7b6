//! Queries of boards. Every list is one query, however long it is.

use super::board::{Board, BoardBrief};
use super::line::{Conflict, Line, Section};
use crate::db::{FromRow, FromValue, Row, Run, Value};
use crate::ground::{Instant, Problem};
use crate::{args, row, statements};

statements! {
    // `$2`: the person who looks. A board outlives its group.
    BOARD = "select x.id, coalesce(g.name, b.name, ''), c.id, c.project_id, c.name, case when g.id is null then 0 else 1 end, b.rapporteur_id,
        coalesce(r.name, ''), coalesce(b.summary, ''), b.presented_at, coalesce(y.name, ''), s.ordinal,
        (select count(*) from trainees t where t.group_id = x.id and t.person_id = $2 and t.state = 'named')
        from (select cast($1 as text) as id) x left join groups g on g.id = x.id left join boards b on b.group_id = x.id
        join classes c on c.id = coalesce(g.class_id, b.class_id)
        left join persons r on r.id = b.rapporteur_id left join persons y on y.id = b.presented_by
        left join sessions s on s.id = b.presented_in";
    LINES = "select l.id, l.section, l.text, l.weight, l.difficulty_id, coalesce(w.name, ''), coalesce(k.name, ''), l.written_at,
        case when l.removed_at is null then 0 else 1 end,
        (select count(*) from board_weights m where m.line_id = l.id and m.person_id = $2 and m.presses)
        from board_lines l left join persons w on w.id = l.written_by left join persons k on k.id = l.changed_by
        where l.group_id = $1
        order by l.section, case when l.section = 'difficulty' then l.weight else 0 end desc, l.written_at, l.id";
    LINE = "select l.id, l.section, l.text, l.weight, l.difficulty_id, coalesce(w.name, ''), coalesce(k.name, ''), l.written_at,
        case when l.removed_at is null then 0 else 1 end,
        (select count(*) from board_weights m where m.line_id = l.id and m.person_id = $2 and m.presses)
        from board_lines l left join persons w on w.id = l.written_by left join persons k on k.id = l.changed_by
        where l.id = $1";
    GROUP_OF_LINE = "select group_id from board_lines where id = $1";
    CONFLICTS = "select c.id, c.line_id, c.text, coalesce(p.name, '') from board_conflicts c join board_lines l on l.id = c.line_id
        left join persons p on p.id = c.by_person where l.group_id = $1 and c.settled_at is null order by c.at, c.id";
    CONFLICT = "select c.id, c.line_id, c.text, coalesce(p.name, '') from board_conflicts c left join persons p on p.id = c.by_person
        where c.id = $1";
    MEMBERS = "select p.id, p.name || ', ' || l.name from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id
        where t.group_id = $1 and t.state = 'named' order by p.name_sort, t.id";
    BOARDS = "select x.id, x.name, (select count(*) from trainees t where t.group_id = x.id and t.state = 'named'),
        (select count(*) from board_lines l where l.group_id = x.id and l.removed_at is null and l.section = 'story'),
        (select count(*) from board_lines l where l.group_id = x.id and l.removed_at is null and l.section = 'difficulty'),
        (select count(*) from board_lines l where l.group_id = x.id and l.removed_at is null and l.section = 'try'),
        (select count(*) from board_conflicts c join board_lines l on l.id = c.line_id where l.group_id = x.id and c.settled_at is null),
        coalesce(r.name, ''), coalesce(b.summary, ''), b.presented_at,
        (select count(*) from trainees t where t.group_id = x.id and t.person_id = $2 and t.state = 'named')
        from (select g.id, g.name, g.sort from groups g where g.class_id = $1
            union all select o.group_id, o.name, 1000000 from boards o where o.class_id = $1
            and not exists (select 1 from groups q where q.id = o.group_id)
            and exists (select 1 from board_lines l where l.group_id = o.group_id)) x
        left join boards b on b.group_id = x.id left join persons r on r.id = b.rapporteur_id order by x.sort, x.name, x.id";
    // The session that runs, or ran last, at an instant.
    SESSION_AT = "select id from sessions where class_id = $1 and starts_at <= $2 order by starts_at desc limit 1";
    DONE = "select about from journal where id = $1";
}

impl FromValue for Section {
    fn from_value(value: Value) -> Result<Self, Problem> {
        let name = String::from_value(value)?;
        Self::from_name(&name).ok_or_else(|| Problem::new(format!("{name} is no section of a board")))
    }
}

impl FromRow for Board {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.take()?,
            name: row.take()?,
            class_id: row.take()?,
            project_id: row.take()?,
            class_name: row.take()?,
            stands: row.take()?,
            rapporteur_id: row.take()?,
            rapporteur: row.take()?,
            summary: row.take()?,
            presented_at: row.take()?,
            presented_by: row.take()?,
            presented_in: row.take()?,
            member: row.take()?,
            lines: Vec::new(),
        })
    }
}
row!(Line { id, section, text, weight, difficulty_id, written_by, changed_by, written_at, removed, mine });
row!(Conflict { id, line_id, text, by });
row!(BoardBrief { group_id, name, members, stories, difficulties, tries, conflicts, rapporteur, summary, presented_at, mine });

/// The board without its lines, whoever asks; `person` is who looks.
pub(super) async fn board(run: &impl Run, group: &str, person: &str) -> Result<Option<Board>, Problem> {
    run.one(&BOARD, args![group, person]).await
}

/// Every line, also those that were removed; the heaviest difficulty first.
pub(super) async fn lines(run: &impl Run, group: &str, person: &str) -> Result<Vec<Line>, Problem> {
    run.all(&LINES, args![group, person]).await
}

/// A line with the group it belongs to.
pub(super) async fn line(run: &impl Run, group: &str, id: &str, person: &str) -> Result<Option<Line>, Problem> {
    if group_of_line(run, id).await?.as_deref() != Some(group) {
        return Ok(None);
    }
    run.one(&LINE, args![id, person]).await
}

pub(super) async fn group_of_line(run: &impl Run, id: &str) -> Result<Option<String>, Problem> {
    run.one(&GROUP_OF_LINE, args![id]).await
}

/// What waits for the group to choose.
pub(super) async fn conflicts(run: &impl Run, group: &str) -> Result<Vec<Conflict>, Problem> {
    run.all(&CONFLICTS, args![group]).await
}

pub(super) async fn conflict(run: &impl Run, id: &str) -> Result<Option<Conflict>, Problem> {
    run.one(&CONFLICT, args![id]).await
}

/// Who sits in the group: person, and name with commune.
pub(super) async fn members(run: &impl Run, group: &str) -> Result<Vec<(String, String)>, Problem> {
    run.all(&MEMBERS, args![group]).await
}

pub(super) async fn boards_of(run: &impl Run, class: &str) -> Result<Vec<BoardBrief>, Problem> {
    boards_for(run, class, "").await
}

/// The boards of a class as a person sees them: their own is marked.
pub(super) async fn boards_for(run: &impl Run, class: &str, person: &str) -> Result<Vec<BoardBrief>, Problem> {
    run.all(&BOARDS, args![class, person]).await
}

pub(super) async fn session_at(run: &impl Run, class: &str, at: Instant) -> Result<Option<String>, Problem> {
    run.one(&SESSION_AT, args![class, at]).await
}

/// Whether this deed was done before: a form posted twice.
pub(super) async fn is_done(run: &impl Run, deed: &str) -> Result<bool, Problem> {
    Ok(run.one::<String>(&DONE, args![deed]).await?.is_some())
}
