-- What checking found out besides: the further cells a finding is about, and why a finding is put up with.

alter table finding add column waiver varchar(4000);

create table finding_cell (
  submission bigint not null,
  place_in_order integer not null,
  nth integer not null,
  sheet varchar(200) not null,
  cell varchar(20) not null,
  primary key (submission, place_in_order, nth),
  foreign key (submission, place_in_order) references finding
);
