-- What stands on a provision that has changed and is to be read again: a step of a plan, material of a session to come.
create table rereadings (
    subject text not null check (subject in ('step', 'material')),
    subject_id text not null,
    relation_id text not null references relations (id),
    opened_at bigint not null,
    closed_at bigint,
    closed_by text,
    note text not null default '',
    primary key (subject, subject_id, relation_id)
);

-- What was added on or after the day of a change knows of it.
alter table materials add column added_at bigint not null default 0;
update materials set added_at = coalesce((select min(j.at) from journal j
    where j.kind = 'class.material_added' and j.about = materials.session_id and j.body like '%' || materials.id || '%'), 0);
create index materials_document on materials (document_id);
