-- What employers declared, person by person. People are known by a keyed index of their number (HMAC, see people.ts):
-- no number, no name, no address is ever in here.

-- A file that was taken. The same bytes again change nothing.
create table deposit (
  id bigint generated always as identity primary key,
  sha256 bytea not null unique,
  counts jsonb not null, -- what was told of it: told again when it comes again
  taken_at timestamptz not null
);

create sequence declaration_id;

-- One declaration, whether it still holds or not: which version holds is read off key and number (versions.ts).
create table declaration (
  id bigint primary key,
  deposit bigint not null,
  line integer not null,
  siret text not null,
  nature text not null,
  type text not null,
  fraction text not null,
  scope text,
  number bigint not null, -- numéro d'ordre
  month text, -- YYYY-MM; events have none
  declared_on date not null,
  business_id text,
  cancelled_id text,
  substitution text
);

create index declaration_key on declaration (siret, month);

create index declaration_month on declaration (month) where nature = '01';

create index declaration_event on declaration (siret, business_id) where month is null;

-- What a declaration says of one contract of one person. No foreign keys here nor below: rows come with their
-- declaration in one transaction, by the million, and leave with it (retention.ts).
create table statement (
  person uuid not null,
  declaration bigint not null,
  contract text not null, -- the employer's own number
  begins date not null,
  nature text,
  policy text,
  planned_until date,
  work_share integer, -- thousandths of a full-time post
  said jsonb -- changes, leaves, ends, suspensions; null where there are none
);

create index statement_person on statement (person);

create index statement_declaration on statement (declaration);

-- One figure of one payment, by month of payment: the month that benefits count. Partitions are made as months come
-- (partitions.ts); the two ends hold what no month of ours does.
create type line_kind as enum ('net-social', 'net-paid', 'net-taxable', 'gross', 'hours', 'bonus');

create table payment_line (
  paid_on date not null,
  person uuid not null,
  declaration bigint not null,
  kind line_kind not null,
  contract text, -- null: paid for several contracts together
  code text, -- of a bonus
  period_from date,
  period_until date,
  amount bigint not null -- cents; hundredths of an hour for hours
) partition by range (paid_on);

create index payment_line_person on payment_line (person);

create table payment_line_earlier partition of payment_line for values from (minvalue) to ('2020-01-01');

create table payment_line_later partition of payment_line for values from ('2040-01-01') to (maxvalue);

-- One person under two numbers, as a company said it: a temporary number and the NIR, or a former NIR and today's. It
-- moves what that company declared, and nothing else: a former number may be somebody else's, typed by mistake.
create table identity_link (
  company text not null, -- SIREN
  former uuid not null,
  current uuid not null,
  temporary boolean not null, -- the former one is an NTT
  declaration bigint not null
);

create index identity_link_former on identity_link (former);

create index identity_link_current on identity_link (current);

-- Other incomes (revenus de remplacement), a row for each payment, as whoever paid it last told it.
create table replacement_income (
  payer text not null,
  reference text not null, -- the payer's own
  person uuid not null,
  kind text not null,
  paid_on date not null,
  net_social bigint,
  net_taxable bigint,
  gross bigint,
  primary key (payer, reference)
);

create index replacement_income_person on replacement_income (person);

-- How long things are kept, in months, and why: read by the purge, changed by a migration that somebody reviewed.
create table retention (what text primary key, months integer not null, why text not null);

insert into retention (what, months, why) values
  ('declared', 60, '36 months are shown, and a correction may reach two years further back: code du travail, L. 3245-1'),
  ('income', 48, '36 months are shown, and a year for late ones'),
  ('journal', 12, 'Who asked about whom: CNIL, délibération 2021-122, 6 to 12 months'),
  ('inbox', 1, 'Files hold names and numbers that nobody needs once they are taken');

-- Under which key people are indexed: with another one, nobody would be found.
create table key_mark (one boolean primary key default true check (one), mark bytea not null);
