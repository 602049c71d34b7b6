-- The evaluation of a class. Nothing here, and nothing in the journal, joins an answer to a person.
create table evaluations (
    class_id text primary key references classes (id),
    opened_at bigint not null,
    opened_by text,
    closed_at bigint,
    answered bigint not null default 0,
    papers bigint not null default 0,
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

-- Of this store alone, while it is open: the urn. Who came, in the order of their ids; and one tally of all answers, in which not even
-- the marks and the words of one answer hang together. How many answered themselves, without paper sheets. All written anew as a whole with every answer.
create table urns (
    class_id text primary key,
    came text not null,
    tally text not null,
    answered bigint not null
);
