-- What the portal keeps of a person: the link, and nothing else that outlives a session.

-- FranceConnect's sub ↔ NIR. Destroyed 12 months after the last connection.
create table link (
  subject bytea primary key, -- HMAC-SHA-256 of the sub
  key_id text not null,
  nir bytea not null, -- AES-256-GCM: 12 bytes of nonce, ciphertext, 16 bytes of tag
  created_at timestamptz not null,
  last_used_at timestamptz not null
);

create index link_last_used_at on link (last_used_at);

-- A session. Its content opens only with the token that the person's own cookie holds.
create table session (
  id bytea primary key, -- SHA-256 of the token
  partner text not null,
  subject bytea not null, -- as in link, so that deleting a link ends its sessions
  content bytea not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);

create index session_subject on session (subject);

create index session_seen_at on session (seen_at);

-- Codes that work once (handover, sign-out): taken by `delete … returning`. The content opens only with the code.
create table one_time_code (
  id bytea primary key, -- SHA-256 of purpose and code
  content bytea not null,
  expires_at timestamptz not null
);

create index one_time_code_expires_at on one_time_code (expires_at);

-- Tries in a window of time, counted across replicas.
create table counter (
  id bytea primary key, -- HMAC-SHA-256 of what is counted
  tries integer not null,
  expires_at timestamptz not null
);

create index counter_expires_at on counter (expires_at);
