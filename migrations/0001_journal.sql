-- The spring of everything: events in the one order in which they were kept.
create table journal (
    position bigint primary key,
    id text not null unique check (length(id) = 36),
    node text not null,
    seq bigint not null,
    kind text not null check (length(kind) <= 60),
    about text not null,
    class_id text,
    actor text,
    on_behalf text,
    at bigint not null,
    hlc bigint not null,
    body text not null,
    unique (node, seq)
);
create index journal_about on journal (about, position);
create index journal_class on journal (class_id, position);

-- What belongs to this store alone and is never replayed or carried elsewhere: its name, its keys.
create table store_secrets (
    name text primary key,
    value text not null
);
