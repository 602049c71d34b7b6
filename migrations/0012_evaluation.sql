-- The evaluation of a class. Nothing here, and nothing in the journal, joins an answer to a person.
create table evaluations (
    class_id text primary key references classes (id),
    opened_at bigint not null,
    opened_by text,
    closed_at bigint,
    answered bigint not null default 0,
    changed_hlc bigint not null
);

-- What the journal keeps once it is closed: how often each mark was given, and the free words in the order of the alphabet.
create table evaluation_sums (
    class_id text not null references classes (id),
    question text not null,
    mark bigint not null,
    given bigint not null,
    primary key (class_id, question, mark)
);

create table evaluation_words (
    class_id text not null references classes (id),
    question text not null,
    sort bigint not null,
    text text not null check (length(text) <= 2000),
    primary key (class_id, question, sort)
);

-- Of this store alone, while it is open: the urn. Two lists, each written anew as a whole and in an order of its own with every answer,
-- so that neither a place in a list nor a row tells which answer came with which person.
create table urns (
    class_id text primary key,
    came text not null,
    answers text not null
);
