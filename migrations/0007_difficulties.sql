create table difficulties (
    id text primary key,
    code text not null unique,
    class_id text not null references classes (id),
    project_id text not null references projects (id),
    place_id text not null references places (id),
    raiser_id text references persons (id),
    anonymous boolean not null default false,
    how text not null check (how in ('phone', 'paper', 'after_class')),
    field text not null,
    component_id text references components (id),
    local_item_id text references local_items (id),
    text text not null check (length(text) between 1 and 4000),
    text_fold text not null,
    tried text not null default '',
    wish text not null default '',
    urgent boolean not null default false,
    state text not null check (state in ('raised', 'asked', 'assigned', 'advised', 'escalated', 'closed', 'merged')),
    verdict text check (verdict in ('resolved', 'partly', 'not', 'no_longer_needed')),
    weight bigint not null default 1,
    needs_review boolean not null default false,
    assigned_to text references persons (id),
    merged_into text,
    raised_at bigint not null,
    changed_at bigint not null,
    changed_hlc bigint not null
);
create index difficulties_class on difficulties (class_id, state);
create index difficulties_place on difficulties (place_id);
create index difficulties_raiser on difficulties (raiser_id);
create index difficulties_queue on difficulties (project_id, state, weight);
create index difficulties_assigned on difficulties (assigned_to);
create index difficulties_merged on difficulties (merged_into);

create table me_toos (
    difficulty_id text not null references difficulties (id),
    person_id text not null references persons (id),
    place_id text not null references places (id),
    at bigint not null,
    primary key (difficulty_id, person_id)
);

-- Who was asked to answer, by whom, when; the last one has it.
create table assignments (
    id text primary key,
    difficulty_id text not null references difficulties (id),
    expert_id text not null references persons (id),
    by_person text,
    at bigint not null
);
create index assignments_difficulty on assignments (difficulty_id, at);

create table clarifications (
    id text primary key,
    difficulty_id text not null references difficulties (id),
    asked_by text references persons (id),
    question text not null,
    asked_at bigint not null,
    answer text,
    answered_at bigint
);
create index clarifications_difficulty on clarifications (difficulty_id, asked_at);

-- What stands: one advice a revision; an older one keeps its row.
create table advices (
    id text primary key,
    difficulty_id text not null references difficulties (id),
    expert_id text references persons (id),
    text text not null check (length(text) between 1 and 8000),
    warning text not null default '',
    revision bigint not null,
    at bigint not null,
    superseded_at bigint
);
create index advices_difficulty on advices (difficulty_id, revision);

create table citations (
    id text primary key,
    advice_id text not null references advices (id),
    document_id text not null references documents (id),
    article text not null default '',
    clause text not null default '',
    point text not null default ''
);
create index citations_advice on citations (advice_id);
create index citations_document on citations (document_id);

create table escalations (
    id text primary key,
    difficulty_id text not null references difficulties (id),
    level text not null check (level in ('district', 'province', 'ministry')),
    owner text not null,
    due_on text not null,
    reason text not null default '',
    at bigint not null,
    by_person text,
    answered_at bigint,
    answer text,
    answer_number text
);
create index escalations_difficulty on escalations (difficulty_id, at);

create table verdicts (
    id text primary key,
    difficulty_id text not null references difficulties (id),
    verdict text not null check (verdict in ('resolved', 'partly', 'not', 'no_longer_needed')),
    reason text not null default '',
    by_person text,
    on_behalf text,
    at bigint not null
);
create index verdicts_difficulty on verdicts (difficulty_id, at);

-- The answer as every locality may read it: no person, no place.
create table answers (
    difficulty_id text primary key references difficulties (id),
    question text not null,
    answer text not null,
    published_at bigint not null,
    by_person text,
    withdrawn_at bigint
);

-- Why an advice needs review: a relation between documents touches what it cites.
create table reviews (
    id text primary key,
    difficulty_id text not null references difficulties (id),
    advice_id text not null references advices (id),
    relation_id text not null references relations (id),
    opened_at bigint not null,
    closed_at bigint,
    closed_by text,
    outcome text check (outcome in ('still_right', 'advised_anew'))
);
create index reviews_difficulty on reviews (difficulty_id, opened_at);

-- Folded syllables and pairs of syllables, for finding what was asked before.
create table difficulty_terms (
    term text not null,
    difficulty_id text not null references difficulties (id),
    primary key (term, difficulty_id)
);
create index difficulty_terms_of on difficulty_terms (difficulty_id);
