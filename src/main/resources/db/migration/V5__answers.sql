-- What went back to teams, and what they answered there.

-- What a team wrote beside a finding, read from the workbook it sent back.
create table answer (
  submission bigint not null references submission,
  place_in_order integer not null,
  rule varchar(200) not null,
  sheet varchar(200) not null,
  cell varchar(4000) not null,
  found varchar(40000) not null,
  answer varchar(40000) not null,
  primary key (submission, place_in_order)
);

-- A return, or a file that could not be told for one, that has been answered.
create table answered_return (
  submission bigint primary key references submission,
  file_name varchar(1000) not null unique
);

-- A file that was only checked: by the hash of its bytes, with the answer it got. Nothing else is kept of it.
create table checked_file (
  hash varchar(64) primary key,
  answer_name varchar(1000) not null,
  answer_hash varchar(64) not null
);
create index checked_file_answer on checked_file (answer_hash);
