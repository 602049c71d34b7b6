create table persons (
    id text primary key,
    name text not null check (length(name) between 1 and 200),
    family text not null,
    given text not null,
    name_fold text not null,
    name_sort text not null,
    phone text check (length(phone) between 10 and 11),
    email text check (email is null or length(email) <= 200),
    sex text check (sex in ('female', 'male')),
    birth_year bigint check (birth_year between 1900 and 2100),
    position text not null default '',
    unit text not null default '',
    place_id text references places (id),
    illustration boolean not null default false,
    entered_at bigint not null,
    changed_hlc bigint not null,
    erased_at bigint
);
create index persons_phone on persons (phone);
create unique index persons_email on persons (email);
create index persons_sort on persons (name_sort);

-- Apart from all else: only for the statistics that the programme's reports ask for, never on a public page.
create table ethnicities (
    person_id text primary key references persons (id),
    ethnicity text not null,
    purpose text not null,
    recorded_at bigint not null
);

-- A role and where it holds: one class, all classes of a project, or (neither named) everywhere.
create table grants (
    id text primary key,
    person_id text not null references persons (id),
    role text not null check (role in ('administrator', 'organiser', 'expert', 'sponsor', 'trainee')),
    class_id text,
    project_id text,
    granted_at bigint not null,
    granted_by text,
    ended_at bigint
);
create index grants_person on grants (person_id);
create index grants_class on grants (class_id, role);

create table expert_fields (
    person_id text not null references persons (id),
    field text not null,
    primary key (person_id, field)
);

create table consents (
    id text primary key,
    person_id text not null references persons (id),
    class_id text,
    purpose text not null,
    wording text not null,
    given_at bigint not null,
    withdrawn_at bigint
);
create index consents_person on consents (person_id);

-- Below: of this store alone, never in the journal.
create table credentials (
    person_id text primary key references persons (id),
    password_hash text not null,
    set_at bigint not null
);

-- The key is the digest of the token that the cookie carries.
create table sign_ins (
    id text primary key,
    person_id text not null references persons (id),
    means text not null check (means in ('password', 'door', 'code', 'link', 'setup')),
    device text not null default '',
    created_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint
);
create index sign_ins_person on sign_ins (person_id);

-- The round of a person's printed code: printing a new code ends the old one.
create table code_rounds (
    person_id text primary key references persons (id),
    round bigint not null
);

-- Failed tries, by what was tried and when.
create table attempts (
    what text not null,
    slot bigint not null,
    tries bigint not null,
    primary key (what, slot)
);
