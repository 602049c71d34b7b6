-- Administrative units in time. A code can carry another name in the other era, so the key is era and code: o08620, n08620.
create table places (
    id text primary key,
    era text not null check (era in ('old', 'new')),
    code text not null,
    kind text not null check (kind in ('province', 'district', 'commune', 'village')),
    name text not null check (length(name) <= 200),
    full_name text not null,
    name_fold text not null,
    name_sort text not null,
    parent_id text,
    lat double precision,
    lon double precision,
    valid_from text not null,
    valid_to text,
    unique (era, code, kind)
);
create index places_fold on places (name_fold);
create index places_parent on places (parent_id, name_sort);

-- What became of a unit: wholly, or in part.
create table successors (
    before_id text not null references places (id),
    after_id text not null references places (id),
    extent text not null check (extent in ('whole', 'part')),
    primary key (before_id, after_id)
);
create index successors_after on successors (after_id);
