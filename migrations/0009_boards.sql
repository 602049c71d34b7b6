-- A group's board (bảng nhóm): one a group. It is there as soon as somebody writes on it or a rapporteur is named.
create table boards (
    group_id text primary key references groups (id),
    class_id text not null references classes (id),
    rapporteur_id text references persons (id),
    -- What the group says in a sentence or two when it presents.
    summary text not null default '' check (length(summary) <= 2000),
    presented_at bigint,
    presented_in text references sessions (id),
    changed_hlc bigint not null
);
create index boards_class on boards (class_id);

-- A line of a board. Several phones write at once: each line is kept by itself.
create table board_lines (
    id text primary key,
    group_id text not null references groups (id),
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

create table board_weights (
    line_id text not null references board_lines (id),
    person_id text not null references persons (id),
    at bigint not null,
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
