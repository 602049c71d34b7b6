-- A place's plan out of a class: short (up to 12 months) or medium (1 to 5 years).
create table plans (
    id text primary key,
    class_id text not null references classes (id),
    project_id text not null references projects (id),
    place_id text not null references places (id),
    horizon text not null check (horizon in ('short', 'medium')),
    title text not null check (length(title) between 1 and 200),
    aim text not null default '' check (length(aim) <= 2000),
    author_id text references persons (id),
    state text not null check (state in ('draft', 'presented', 'withdrawn')),
    written_at bigint not null,
    presented_at bigint,
    changed_at bigint not null,
    -- Several write at once: the last word on each field stands.
    title_hlc bigint not null,
    aim_hlc bigint not null,
    state_hlc bigint not null
);
create index plans_class on plans (class_id, place_id);
create index plans_place on plans (place_id);

-- A step (việc): a measurable result, from when until when, who answers for it.
create table plan_steps (
    id text primary key,
    plan_id text not null references plans (id),
    sort bigint not null,
    text text not null check (length(text) between 1 and 500),
    result text not null default '' check (length(result) <= 1000),
    starts_on text not null,
    due_on text not null,
    owner text not null default '' check (length(owner) <= 200),
    owner_id text references persons (id),
    partners text not null default '' check (length(partners) <= 500),
    difficulty_id text references difficulties (id),
    practice_id text references practices (id),
    state text not null check (state in ('planned', 'under_way', 'done', 'dropped')),
    done_at bigint,
    added_at bigint not null,
    changed_at bigint not null,
    text_hlc bigint not null,
    result_hlc bigint not null,
    dates_hlc bigint not null,
    owner_hlc bigint not null,
    partners_hlc bigint not null,
    links_hlc bigint not null,
    resources_hlc bigint not null,
    state_hlc bigint not null,
    removed_at bigint
);
create index plan_steps_plan on plan_steps (plan_id, sort);
create index plan_steps_owner on plan_steps (owner_id);
create index plan_steps_due on plan_steps (due_on);

-- What it takes, by source (vốn chương trình, ngân sách xã, dân góp, …). Money in đồng.
create table step_resources (
    step_id text not null references plan_steps (id),
    sort bigint not null,
    source text not null check (length(source) between 1 and 200),
    amount bigint,
    note text not null default '',
    primary key (step_id, sort)
);

-- How it goes, with evidence: a link or a picture (a blob).
create table step_reports (
    id text primary key,
    step_id text not null references plan_steps (id),
    state text not null check (state in ('planned', 'under_way', 'done', 'dropped')),
    text text not null default '' check (length(text) <= 2000),
    evidence text not null default '' check (length(evidence) <= 500),
    blob text,
    follow_up_id text,
    by_person text references persons (id),
    on_behalf text,
    at bigint not null
);
create index step_reports_step on step_reports (step_id, at);

-- The rounds 3, 6 and 12 months after a class.
create table follow_ups (
    id text primary key,
    class_id text not null references classes (id),
    months bigint not null check (months in (3, 6, 12)),
    due_on text not null,
    opened_at bigint not null,
    opened_by text,
    closed_at bigint,
    unique (class_id, months)
);

-- A place's answer in a round: what became of it, in its own words.
create table follow_up_answers (
    follow_up_id text not null references follow_ups (id),
    place_id text not null references places (id),
    person_id text references persons (id),
    text text not null default '' check (length(text) <= 4000),
    changed text not null default '' check (changed in ('', 'much', 'some', 'none')),
    at bigint not null,
    changed_hlc bigint not null,
    primary key (follow_up_id, place_id)
);
