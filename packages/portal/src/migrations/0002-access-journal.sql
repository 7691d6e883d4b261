-- Who saw what, when, through which partner; and that nothing of a person outlives their link.

-- The access journal. No name, no number, no amount: the person only by the index of their link.
create table access_entry (
  id bigint generated always as identity primary key,
  subject bytea not null references link on delete cascade,
  at timestamptz not null,
  partner text not null,
  event text not null,
  domain text -- of the event `rights` alone
);

create index access_entry_subject on access_entry (subject, id);

create index access_entry_at on access_entry (at);

-- A person who unlinks ends every session of theirs, also one that opens at that very moment.
delete from session where not exists (select from link where link.subject = session.subject);

alter table session add foreign key (subject) references link on delete cascade;

-- A code that leads to a session falls with the link too; one that leads nowhere has no subject.
alter table one_time_code add column subject bytea references link on delete cascade;

create index one_time_code_subject on one_time_code (subject);
