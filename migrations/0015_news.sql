-- The news item of a class: drafted from its data, edited and released by its organiser. The body: paragraphs, one a line.
create table news_items (
    class_id text primary key references classes (id),
    headline text not null check (length(headline) between 1 and 200),
    lead text not null default '' check (length(lead) <= 1000),
    body text not null default '' check (length(body) <= 12000),
    practice_id text references practices (id),
    photo_id text references practice_photos (id),
    state text not null check (state in ('draft', 'released', 'withdrawn')),
    revision bigint not null,
    edited_at bigint not null,
    edited_by text,
    released_at bigint,
    released_by text,
    changed_hlc bigint not null
);

-- Persons who are named in it, each with their own consent.
create table news_persons (
    class_id text not null references news_items (class_id),
    person_id text not null references persons (id),
    primary key (class_id, person_id)
);
