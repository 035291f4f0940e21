-- What those who answer for indicators wrote of figures on pages, and the returns it was sent in. A row is never changed
-- once its return lies in the drop folder; the newest version of a figure is the one that was sent last.
create table written_explanation (
  id bigint generated always as identity primary key,
  period varchar(7) not null,
  indicator varchar(200) not null,
  version integer not null,
  role varchar(200) not null,
  figure varchar(4000) not null,
  why varchar(40000),
  action varchar(40000),
  by_whom varchar(4000),
  by_when date,
  on_target varchar(7),
  account varchar(200) not null,
  writer varchar(200) not null,
  written_at timestamp with time zone not null,
  file_name varchar(1000),
  file_hash varchar(64),
  unique (period, indicator, version)
);
