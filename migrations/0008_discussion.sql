-- What a speaker puts to the hall: an open question, or a quick poll with its choices.
create table questions (
    id text primary key,
    class_id text not null references classes (id),
    session_id text not null references sessions (id),
    text text not null check (length(text) between 1 and 1000),
    poll boolean not null default false,
    asked_by text references persons (id),
    asked_at bigint not null,
    closed_at bigint,
    changed_hlc bigint not null
);
create index questions_session on questions (session_id, asked_at);
create index questions_class on questions (class_id, asked_at);

create table poll_choices (
    question_id text not null references questions (id),
    ordinal bigint not null,
    text text not null check (length(text) between 1 and 200),
    primary key (question_id, ordinal)
);

-- One vote a person and poll: the last stands. Pages show sums only.
create table votes (
    question_id text not null references questions (id),
    person_id text not null references persons (id),
    ordinal bigint not null,
    hlc bigint not null,
    primary key (question_id, person_id)
);

-- Said in a session, to a question or freely. A difficulty that grew out of it is named when it is raised.
create table opinions (
    id text primary key,
    class_id text not null references classes (id),
    session_id text not null references sessions (id),
    question_id text references questions (id),
    person_id text references persons (id),
    place_id text references places (id),
    text text not null check (length(text) between 1 and 2000),
    anonymous boolean not null default false,
    at bigint not null,
    withdrawn_at bigint,
    withdrawn_by text,
    difficulty_id text,
    difficulty_code text,
    changed_hlc bigint not null
);
create index opinions_session on opinions (session_id, at);
create index opinions_class on opinions (class_id, at);
create index opinions_person on opinions (person_id);

-- "Điều tôi chưa rõ": a trainee's mark on a clause while the session reads a document.
create table unclear_marks (
    session_id text not null references sessions (id),
    class_id text not null references classes (id),
    document_id text not null references documents (id),
    article text not null,
    clause text not null default '',
    point text not null default '',
    person_id text not null references persons (id),
    note text not null default '' check (length(note) <= 500),
    at bigint not null,
    withdrawn_at bigint,
    hlc bigint not null,
    primary key (session_id, document_id, article, clause, point, person_id)
);
create index unclear_marks_document on unclear_marks (document_id);
