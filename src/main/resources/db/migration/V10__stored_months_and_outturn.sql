-- What a figure of several months was made from, and what a frozen one would be now.
alter table indicator_value add column basis varchar(10) default 'rows' not null;
alter table indicator_value add column outturn_name varchar(200);
alter table indicator_value add column recalculated decimal(38, 10);

-- Years whose figures are printed as one run has them, whatever is corrected later.
create table outturn (
  frozen_year varchar(9) primary key,
  name varchar(200) not null,
  as_of_run integer not null references run,
  -- Runs up to this one had been opened before, and print what they would have printed.
  after_run integer not null,
  frozen_by varchar(200) not null,
  frozen_at timestamp with time zone not null
);
