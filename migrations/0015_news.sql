-- The news item of a class: drafted from its data, edited and released by its organiser. The figures are those of its last drawing.
create table news_items (
    class_id text primary key references classes (id),
    photo_id text references practice_photos (id),
    state text not null check (state in ('draft', 'released', 'withdrawn')),
    revision bigint not null,
    people bigint not null default 0,
    communes bigint not null default 0,
    raised bigint not null default 0,
    advised bigint not null default 0,
    resolved bigint not null default 0,
    partly bigint not null default 0,
    sent bigint not null default 0,
    dropped bigint not null default 0,
    drawn_at bigint not null,
    edited_at bigint not null,
    edited_by text,
    released_at bigint,
    released_by text,
    changed_hlc bigint not null
);

-- One row a part (headline, lead, people, …): as it reads, and as the data had it when it was last drawn. An empty text is left out.
create table news_pieces (
    class_id text not null references news_items (class_id),
    part text not null,
    text text not null check (length(text) <= 4000),
    drawn text not null default '',
    primary key (class_id, part)
);

-- Persons who are named below the text, while their own consent holds.
create table news_persons (
    class_id text not null references news_items (class_id),
    person_id text not null references persons (id),
    primary key (class_id, person_id)
);

-- Names of trainees that the text itself has: a consent taken back, or an erasure, takes them out of it.
create table news_mentions (
    class_id text not null references news_items (class_id),
    person_id text not null references persons (id),
    name text not null,
    primary key (class_id, person_id)
);
