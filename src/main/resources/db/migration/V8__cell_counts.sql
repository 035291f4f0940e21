-- What became of every cell with a value of a dataset's sheet below its header.
create table cell_count (
  submission bigint not null references submission,
  dataset varchar(200) not null,
  cells bigint not null,
  used bigint not null,
  not_asked_for bigint not null,
  unreadable bigint not null,
  primary key (submission, dataset),
  check (cells = used + not_asked_for + unreadable)
);
