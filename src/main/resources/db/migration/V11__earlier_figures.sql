-- What stood for earlier periods when a run's figures were calculated: it stays so, whatever is run or sent later.

-- For each earlier period with figures the run whose figures stood for it.
create table earlier_run (
  run integer not null references run,
  period varchar(7) not null,
  stands integer not null references run,
  primary key (run, period)
);

-- The figures that were published before, as the returns that counted in the run told them.
create table published_figure (
  run integer not null references run,
  period varchar(7) not null,
  indicator varchar(200) not null,
  organisation varchar(200) not null,
  authority varchar(200) not null,
  timing varchar(40) not null,
  numerator decimal(38, 10),
  denominator decimal(38, 10),
  figure decimal(38, 10) not null,
  source varchar(4000) not null,
  primary key (run, indicator, organisation, authority, timing, period)
);
