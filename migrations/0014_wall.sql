-- What the organiser has put on the wall of a class; the last word stands.
create table walls (
    class_id text primary key references classes (id),
    shows text not null,
    about text not null default '',
    turned_at bigint not null,
    turned_by text,
    hlc bigint not null
);
