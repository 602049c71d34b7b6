-- A local story (câu chuyện địa phương) or a new way (cách làm mới). Texts of steps: one step a line. Money in đồng.
create table practices (
    id text primary key,
    code text not null unique,
    kind text not null check (kind in ('story', 'practice')),
    class_id text references classes (id),
    project_id text references projects (id),
    place_id text not null references places (id),
    component_id text references components (id),
    local_item_id text references local_items (id),
    difficulty_id text,
    author_id text references persons (id),
    title text not null check (length(title) between 1 and 200),
    title_fold text not null,
    text_fold text not null,
    before_text text not null default '' check (length(before_text) <= 4000),
    after_text text not null default '' check (length(after_text) <= 4000),
    steps text not null default '' check (length(steps) <= 6000),
    who text not null default '' check (length(who) <= 1000),
    cost bigint,
    cost_note text not null default '' check (length(cost_note) <= 500),
    result text not null default '' check (length(result) <= 2000),
    conditions text not null default '' check (length(conditions) <= 2000),
    illustration boolean not null default false,
    -- draft: its author and the organisers; shown: the class; released: every locality, and guests.
    state text not null check (state in ('draft', 'shown', 'released', 'withdrawn')),
    shown_at bigint,
    released_at bigint,
    written_at bigint not null,
    changed_at bigint not null,
    changed_hlc bigint not null,
    state_hlc bigint not null
);
create index practices_class on practices (class_id, state);
create index practices_place on practices (place_id);
create index practices_component on practices (component_id);

-- Result in figures: what was counted, before and after.
create table practice_figures (
    practice_id text not null references practices (id),
    sort bigint not null,
    what text not null check (length(what) between 1 and 200),
    unit text not null default '',
    before_value text not null default '',
    after_value text not null default '',
    primary key (practice_id, sort)
);

-- The picture itself is a blob, by the SHA-256 of its bytes.
create table practice_photos (
    id text primary key,
    practice_id text not null references practices (id),
    blob text not null check (length(blob) = 64),
    small_blob text not null check (length(small_blob) = 64),
    width bigint not null,
    height bigint not null,
    bytes bigint not null,
    moment text not null default '' check (moment in ('', 'before', 'after')),
    caption text not null default '' check (length(caption) <= 300),
    sort bigint not null,
    added_by text,
    added_at bigint not null,
    removed_at bigint
);
create index practice_photos_practice on practice_photos (practice_id, sort);
create index practice_photos_blob on practice_photos (blob);
create index practice_photos_small on practice_photos (small_blob);

-- Another place takes a practice up (làm theo), and says how it went.
create table adoptions (
    id text primary key,
    practice_id text not null references practices (id),
    place_id text not null references places (id),
    class_id text references classes (id),
    person_id text references persons (id),
    state text not null check (state in ('planned', 'under_way', 'done', 'stopped')),
    begun_on text,
    note text not null default '' check (length(note) <= 2000),
    taken_up_at bigint not null,
    changed_at bigint not null,
    changed_hlc bigint not null,
    unique (practice_id, place_id)
);
create index adoptions_place on adoptions (place_id);

-- How it went, over time: one row for each time it was told.
create table adoption_reports (
    id text primary key,
    adoption_id text not null references adoptions (id),
    state text not null check (state in ('planned', 'under_way', 'done', 'stopped')),
    note text not null default '' check (length(note) <= 2000),
    person_id text references persons (id),
    at bigint not null
);
create index adoption_reports_adoption on adoption_reports (adoption_id, at);
