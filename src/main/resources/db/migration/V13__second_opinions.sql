-- How many figures of a headline indicator a run worked out a second time, by another way, with the same result. A run
-- in which one differs fails and leaves no line.
create table second_opinion (
  run integer not null references run,
  indicator varchar(200) not null,
  figures integer not null,
  primary key (run, indicator)
);
