-- Where a training project means to go (lộ trình): so many classes in a province, in a month (its first day). What is said to have been
-- held (reported) without a class here is the provider's word, not a measurement. No classes: the line was taken back.
create table project_rollout (
    project_id text not null references projects (id),
    province_id text not null references places (id),
    planned_on text not null check (length(planned_on) = 10),
    classes bigint not null check (classes between 0 and 200),
    reported boolean not null default false,
    note text not null default '' check (length(note) <= 300),
    changed_hlc bigint not null,
    primary key (project_id, province_id, planned_on)
);

-- For the chain of many classes.
create index classes_dates on classes (starts_on, ends_on);
create index speakers_person on speakers (person_id);
create index listings_period_place on listings (period_id, place_id);
create index places_kind on places (kind);
create index adoptions_practice on adoptions (practice_id, state);
create index attendance_trainee_state on attendance (trainee_id, state);
