-- Who asked about whom, for what: shown to the person who asks, and to whoever examines a fund's use. No amounts.
create table request_journal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  partner text not null,
  service text not null,
  purpose text,
  person uuid not null,
  first_month text not null,
  last_month text not null
);

create index request_journal_person on request_journal (person, at);

create index request_journal_at on request_journal (at);

-- Whom a fund wants to be sent the resources of, under a reference of its own: what is sent names nobody otherwise.
create table subscription (
  partner text not null,
  purpose text not null,
  reference text not null,
  person uuid not null,
  primary key (partner, purpose, reference)
);
