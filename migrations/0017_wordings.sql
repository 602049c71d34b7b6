-- The text of a document as it was brought in: the whole, as it is kept.
create table texts (
    document_id text primary key references documents (id),
    file_name text not null default '',
    format text not null,
    encoding text not null default '',
    text text not null,
    kept_at bigint not null,
    kept_by text,
    changed_hlc bigint not null
);

-- What a part of a document says from a day until a day. Articles, clauses and points have their address, as in provisions; other
-- parts (heading, chapter, annex …) have an empty article and are told apart by their place in the order. Articles of what a document
-- issues with itself have "kt" before their number. A repealed provision has an empty body, and no label where it went with its parent.
create table wordings (
    id text primary key,
    document_id text not null references documents (id),
    level text not null,
    article text not null default '',
    clause text not null default '',
    point text not null default '',
    label text not null default '',
    title text not null default '',
    body text not null default '',
    sort text not null,
    from_on text not null,
    until_on text,
    by_id text references documents (id),
    basis text not null default '',
    change text not null check (change in ('issued', 'amended', 'added', 'repealed', 'phrase')),
    -- Of two from one day the later one counts; what was issued comes before all.
    since_hlc bigint not null default 0
);
create index wordings_article on wordings (document_id, article);
create index wordings_place on wordings (document_id, sort);
create index wordings_by on wordings (by_id);

-- Who cites whom. The number waits for a document that the library does not have yet.
create table mentions (
    id text primary key,
    document_id text not null references documents (id),
    article text not null default '',
    clause text not null default '',
    point text not null default '',
    to_id text references documents (id),
    to_number text not null default '',
    to_article text not null default '',
    to_clause text not null default '',
    to_point text not null default ''
);
create index mentions_document on mentions (document_id);
create index mentions_to on mentions (to_id, to_article);
create index mentions_number on mentions (to_number);

-- What an amending document orders and could not be carried out mechanically, until a person has settled it.
create table leftovers (
    id text primary key,
    by_id text not null references documents (id),
    to_id text references documents (id),
    article text not null default '',
    clause text not null default '',
    point text not null default '',
    told text not null,
    basis text not null default '',
    why text not null,
    sort bigint not null,
    settled_at bigint,
    settled_by text,
    how text
);
create index leftovers_by on leftovers (by_id);
create index leftovers_to on leftovers (to_id);
