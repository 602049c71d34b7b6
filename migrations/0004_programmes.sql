create table programmes (
    id text primary key,
    name text not null,
    short_name text not null,
    sort bigint not null
);

-- The legal basis: one document a line. The mark: read in a source, partly, or from memory and still to be checked.
create table periods (
    id text primary key,
    programme_id text not null references programmes (id),
    name text not null,
    starts_on text not null,
    ends_on text not null,
    agency text not null,
    legal_basis text not null,
    mark text not null check (mark in ('checked', 'partly', 'memory')),
    note text not null default ''
);

-- A tree (hạng mục, hợp phần, dự án, tiểu dự án) under a period.
create table components (
    id text primary key,
    period_id text not null references periods (id),
    parent_id text,
    code text not null,
    name text not null,
    sort bigint not null,
    mark text not null check (mark in ('checked', 'partly', 'memory')),
    note text not null default ''
);
create index components_period on components (period_id, sort);

-- A place's standing in a programme: from when, until when, by which document.
create table listings (
    id text primary key,
    period_id text not null references periods (id),
    place_id text not null references places (id),
    standing text not null,
    valid_from text not null,
    valid_to text,
    basis text not null,
    mark text not null check (mark in ('checked', 'partly', 'memory')),
    source text not null default ''
);
create index listings_place on listings (place_id);
create index listings_period on listings (period_id);

-- What one locality did, is doing or plans under a component. Money in đồng.
create table local_items (
    id text primary key,
    place_id text not null references places (id),
    component_id text not null references components (id),
    name text not null check (length(name) between 1 and 300),
    name_fold text not null,
    year bigint not null,
    planned bigint not null default 0,
    spent bigint not null default 0,
    state text not null check (state in ('planned', 'under_way', 'done')),
    note text not null default '',
    illustration boolean not null default false,
    changed_at bigint not null,
    changed_by text,
    changed_hlc bigint not null
);
create index local_items_place on local_items (place_id, year);
