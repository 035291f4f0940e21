-- How a return compares with what the team sent before. Made once, when it is checked, from what was known then.

-- A return that was compared, with the attempt of the same type, team and period before it, if there was one.
create table attempt_comparison (
  submission bigint primary key references submission,
  previous bigint references submission,
  rows_compared boolean not null
);

-- A finding that somebody has to act on: whether the attempt before had it too, and for how many months running.
create table finding_history (
  submission bigint not null,
  place_in_order integer not null,
  since_last_attempt varchar(20),
  months integer not null,
  primary key (submission, place_in_order),
  foreign key (submission, place_in_order) references finding (submission, place_in_order)
);

-- A finding of the attempt before that this one does not have any more.
create table fixed_finding (
  submission bigint not null references submission,
  previous bigint not null,
  place_in_order integer not null,
  primary key (submission, place_in_order),
  foreign key (previous, place_in_order) references finding (submission, place_in_order)
);

-- How much of a dataset was changed though no finding asked for it.
create table unasked_change_count (
  submission bigint not null references submission,
  dataset varchar(200) not null,
  rows_added bigint not null,
  rows_removed bigint not null,
  cells_changed bigint not null,
  primary key (submission, dataset)
);

-- The first of those changes of each kind.
create table unasked_change (
  submission bigint not null references submission,
  place_in_order integer not null,
  dataset varchar(200) not null,
  row_key varchar(4000) not null,
  column_name varchar(200),
  sheet_row_before integer,
  sheet_row_after integer,
  value_before varchar(40000),
  value_after varchar(40000),
  primary key (submission, place_in_order)
);
