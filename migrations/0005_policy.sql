create table documents (
    id text primary key,
    number text not null,
    number_fold text not null,
    kind text not null,
    issuer text not null,
    title text not null,
    title_fold text not null,
    issued_on text,
    effective_on text,
    expires_on text,
    mark text not null check (mark in ('checked', 'partly', 'memory')),
    dates_mark text not null check (dates_mark in ('checked', 'partly', 'memory')),
    source text not null,
    checked_on text,
    note text not null default '',
    changed_hlc bigint not null
);
create unique index documents_number on documents (number_fold, issued_on);

-- Empty texts stand for "the whole article", "the whole clause".
create table provisions (
    id text primary key,
    document_id text not null references documents (id),
    article text not null,
    clause text not null default '',
    point text not null default '',
    heading text not null default '',
    summary text not null,
    summary_fold text not null,
    mark text not null check (mark in ('checked', 'partly', 'memory')),
    source text not null default '',
    checked_on text,
    sort text not null,
    changed_hlc bigint not null,
    unique (document_id, article, clause, point)
);

-- from replaces / amends / repeals / guides to; with the provision of "to" that it touches, or empty for all of it, or for a part
-- that nobody has named yet. The basis is the clause of "from" that says so.
create table relations (
    id text primary key,
    from_id text not null references documents (id),
    kind text not null check (kind in ('replaces', 'amends', 'repeals', 'guides')),
    to_id text not null references documents (id),
    article text not null default '',
    clause text not null default '',
    point text not null default '',
    partial boolean not null default false,
    basis text not null default '',
    on_date text,
    note text not null default '',
    mark text not null check (mark in ('checked', 'partly', 'memory'))
);
create index relations_from on relations (from_id);
create index relations_to on relations (to_id);
