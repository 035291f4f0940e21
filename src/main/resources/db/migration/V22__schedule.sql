-- Since when each job of the schedule is kept.
create table scheduled_job (
  job varchar(40) primary key,
  since timestamp with time zone not null
);

-- What became of a job on a calendar date. The row is committed before the work begins, so that a date has it once.
create table scheduled_day (
  job varchar(40) not null references scheduled_job,
  date_of_job date not null,
  planned_at timestamp with time zone not null,
  begun_at timestamp with time zone,
  ended_at timestamp with time zone,
  state varchar(10) not null,
  primary key (job, date_of_job)
);

-- Files whose senders have been told that they arrived, and the answer that was written then.
create table acknowledged_file (
  file_hash varchar(64) primary key references received_file,
  verdict varchar(40) not null,
  findings integer not null,
  told_at timestamp with time zone not null
);

-- Answers written when a return arrived; the run that settles it writes the lasting one.
create table answer_on_arrival (
  submission bigint primary key references submission,
  file_name varchar(1000) not null
);

-- What officers have been told of, so that each cause is told once.
create table told_cause (
  cause varchar(400) primary key,
  told_at timestamp with time zone not null
);
