-- Who did what, when and why. Each entry's hash is over the one before and all its own columns.
create table audit_entry (
  number bigint primary key,
  recorded_at timestamp with time zone not null,
  who varchar(200) not null,
  action varchar(100) not null,
  subject varchar(4000) not null,
  reason varchar(4000),
  details varchar(1000000) not null,
  keyed boolean not null,
  hash varchar(64) not null
);

-- The last entry. Whoever writes one changes this line first, so that nobody else can write one at the same time.
create table audit_head (
  entry bigint not null,
  hash varchar(64) not null
);
insert into audit_head (entry, hash)
  values (0, '0000000000000000000000000000000000000000000000000000000000000000');

-- The entry that a run was opened with, which its manifest names however often the run is cut off and goes on.
create table run_audit_head (
  run integer primary key references run,
  entry bigint not null,
  hash varchar(64) not null
);
