-- Answers to questions that members of an audience asked, each a workbook with one table.
create table member_answer (
  number integer primary key,
  audience varchar(200) not null,
  question varchar(4000) not null,
  made_from varchar(4000) not null,
  period varchar(7) not null,
  run integer not null references run,
  file_name varchar(1000),
  sha256 varchar(64),
  content_hash varchar(64),
  unique (audience, question, made_from)
);

-- In which order the public was told things: a run may finish after a later one, and answers are given between runs.
create table public_release (
  place integer primary key,
  run integer unique references run,
  member_answer integer unique references member_answer,
  check ((run is null) <> (member_answer is null))
);

-- One row: whoever judges a release holds it until what was told is in the ledger, or the release is given up.
create table release_lock (
  id integer primary key
);

insert into release_lock (id) values (1);

insert into public_release (place, run)
select row_number() over (order by run), run from (select distinct run from printed_figure) told;

alter table printed_figure rename to printed_figure_by_run;

create table printed_figure (
  public_release integer not null references public_release,
  audience varchar(200) not null,
  place_in_order integer not null,
  period varchar(7) not null,
  indicator varchar(200) not null,
  organisation varchar(200) not null,
  authority varchar(200) not null,
  timing varchar(40) not null,
  numerator decimal(38, 10),
  denominator decimal(38, 10),
  figure decimal(38, 10),
  printed_numerator decimal(38, 10),
  printed_denominator decimal(38, 10),
  printed_figure decimal(38, 10),
  hidden boolean not null,
  hide_up_to integer not null,
  zero varchar(10) not null,
  round_to integer not null,
  narrowest integer not null,
  primary key (public_release, audience, place_in_order)
);

insert into printed_figure (public_release, audience, place_in_order, period, indicator, organisation, authority, timing,
  numerator, denominator, figure, printed_numerator, printed_denominator, printed_figure, hidden, hide_up_to, zero,
  round_to, narrowest)
select r.place, p.audience, p.place_in_order, p.period, p.indicator, p.organisation, p.authority, p.timing, p.numerator,
  p.denominator, p.figure, p.printed_numerator, p.printed_denominator, p.printed_figure, p.hidden, p.hide_up_to, p.zero,
  p.round_to, p.narrowest
from printed_figure_by_run p join public_release r on r.run = p.run;

drop table printed_figure_by_run;
