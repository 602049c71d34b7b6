-- A group's board (bảng nhóm): one a group. It is there as soon as somebody writes on it or a rapporteur is named. It outlives its group:
-- groups may be formed anew, and what was written stays readable under the name that the group had.
create table boards (
    group_id text primary key,
    class_id text not null references classes (id),
    name text not null default '',
    rapporteur_id text references persons (id),
    rapporteur_hlc bigint not null default 0,
    -- What the group says in a sentence or two when it presents.
    summary text not null default '' check (length(summary) <= 2000),
    presented_at bigint,
    presented_by text references persons (id),
    presented_in text,
    presented_hlc bigint not null default 0,
    changed_hlc bigint not null
);
create index boards_class on boards (class_id);

-- A line of a board. Several phones write at once: each line is kept by itself.
create table board_lines (
    id text primary key,
    group_id text not null references boards (group_id),
    class_id text not null references classes (id),
    section text not null check (section in ('story', 'difficulty', 'try')),
    text text not null check (length(text) between 1 and 1000),
    -- Of a difficulty: how many of the group press on it; the heaviest stands first.
    weight bigint not null default 0,
    difficulty_id text,
    written_by text references persons (id),
    written_at bigint not null,
    changed_by text references persons (id),
    changed_at bigint not null,
    changed_hlc bigint not null,
    removed_at bigint
);
create index board_lines_group on board_lines (group_id, section, written_at);
create index board_lines_class on board_lines (class_id);

-- Who presses on a difficulty. Not any more: the row stays, so that the last word counts in whatever order words arrive.
create table board_weights (
    line_id text not null references board_lines (id),
    person_id text not null references persons (id),
    presses boolean not null,
    at bigint not null,
    hlc bigint not null,
    primary key (line_id, person_id)
);

-- Two people changed one line from the same words: the group sees both and chooses.
create table board_conflicts (
    id text primary key,
    line_id text not null references board_lines (id),
    text text not null,
    by_person text references persons (id),
    at bigint not null,
    settled_at bigint,
    settled_by text
);
create index board_conflicts_line on board_conflicts (line_id);
