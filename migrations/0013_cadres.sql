-- A core cadre (cán bộ nguồn): a trainee who goes on to train others, nominated out of a class.
create table cadres (
    id text primary key,
    person_id text not null references persons (id),
    project_id text not null references projects (id),
    class_id text not null references classes (id),
    reason text not null default '' check (length(reason) <= 1000),
    fields text not null default '',
    nominated_by text references persons (id),
    nominated_at bigint not null,
    confirmed_at bigint,
    confirmed_by text,
    ended_at bigint,
    ended_why text not null default '' check (length(ended_why) <= 1000),
    changed_hlc bigint not null,
    unique (person_id, class_id)
);
create index cadres_project on cadres (project_id);
create index cadres_person on cadres (person_id);
