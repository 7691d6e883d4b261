-- What a person answered when asked whether a fund that has signed them in may open their rights.

create table agreement (
  subject bytea not null references link on delete cascade,
  partner text not null,
  agreed boolean not null,
  at timestamptz not null,
  primary key (subject, partner)
);

-- HMAC-SHA-256 of the NIR, by which a fund's word finds the link. Links made before have it from the next visit on.
alter table link add column nir_index bytea;

create index link_nir_index on link (nir_index);
