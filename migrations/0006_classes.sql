create table projects (
    id text primary key,
    code text not null unique,
    name text not null,
    sponsor text not null,
    provider text not null,
    period_id text references periods (id),
    component_id text references components (id)
);

create table classes (
    id text primary key,
    project_id text not null references projects (id),
    code text not null unique check (length(code) between 2 and 12),
    name text not null check (length(name) between 1 and 300),
    province_id text not null references places (id),
    venue text not null,
    host text not null default '',
    starts_on text not null,
    ends_on text not null,
    nominate_by text,
    allowance text not null default '',
    state text not null check (state in ('preparing', 'running', 'done', 'cancelled')),
    late_after bigint not null default 15,
    changed_hlc bigint not null,
    state_hlc bigint not null
);
create index classes_project on classes (project_id, starts_on);

create table sessions (
    id text primary key,
    class_id text not null references classes (id),
    ordinal bigint not null,
    starts_at bigint not null,
    ends_at bigint not null,
    topic text not null,
    hall text not null default '',
    changed_hlc bigint not null
);
create index sessions_class on sessions (class_id, ordinal);

create table speakers (
    session_id text not null references sessions (id),
    person_id text not null references persons (id),
    part text not null default '',
    sort bigint not null,
    primary key (session_id, person_id)
);

create table materials (
    id text primary key,
    session_id text not null references sessions (id),
    title text not null,
    link text not null default '',
    document_id text references documents (id),
    sort bigint not null
);
create index materials_session on materials (session_id, sort);

-- The call-up: how many are asked of a place; its answer is the people it names, or its word that it sends nobody.
create table seats (
    class_id text not null references classes (id),
    place_id text not null references places (id),
    seats bigint not null check (seats between 0 and 200),
    unit text not null default '',
    answered_at bigint,
    declined_why text,
    changed_hlc bigint not null,
    primary key (class_id, place_id)
);

create table groups (
    id text primary key,
    class_id text not null references classes (id),
    name text not null,
    sort bigint not null
);
create index groups_class on groups (class_id, sort);

create table trainees (
    id text primary key,
    class_id text not null references classes (id),
    person_id text not null references persons (id),
    place_id text not null references places (id),
    position text not null default '',
    unit text not null default '',
    target_group text not null default '',
    note text not null default '',
    state text not null check (state in ('named', 'withdrawn', 'replaced')),
    stands_for text,
    group_id text references groups (id),
    named_at bigint not null,
    named_by text,
    changed_hlc bigint not null,
    unique (class_id, person_id)
);
create index trainees_class on trainees (class_id, place_id);
create index trainees_person on trainees (person_id);
create index trainees_group on trainees (group_id);

-- One row a person and session: the last word on it stands.
create table attendance (
    session_id text not null references sessions (id),
    trainee_id text not null references trainees (id),
    state text not null check (state in ('present', 'late', 'left_early', 'excused', 'absent', 'substituted')),
    at bigint not null,
    how text not null check (how in ('door', 'secretary', 'paper')),
    by_person text,
    note text not null default '',
    hlc bigint not null,
    primary key (session_id, trainee_id)
);
create index attendance_trainee on attendance (trainee_id);

create table doors (
    session_id text primary key references sessions (id),
    opened_at bigint not null,
    opened_by text,
    closed_at bigint
);

-- Of this store alone: a scanned code lets one person in.
create table door_tickets (
    ticket text primary key,
    trainee_id text not null,
    used_at bigint not null
);
