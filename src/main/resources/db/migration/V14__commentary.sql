-- What those who answer for indicators said of a run's figures, as the returns that counted in the run told it.
create table explanation (
  run integer not null references run,
  place_in_order integer not null,
  indicator varchar(200) not null,
  role varchar(200) not null,
  figure varchar(4000) not null,
  why varchar(40000),
  action varchar(40000),
  by_whom varchar(4000),
  by_when date,
  on_target varchar(7),
  primary key (run, indicator)
);
