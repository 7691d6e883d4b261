-- Names of firms: a deposit holds none. A copy of the public Sirene directory, or of the part of it that is needed.
create table company (
  siren text primary key,
  name text not null
);
