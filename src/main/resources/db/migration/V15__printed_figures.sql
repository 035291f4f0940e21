-- What public audiences were told, figure by figure, and what of it was hidden: whatever is published later must not give
-- that away. A figure that is printed with several values in one release has as many rows.
create table printed_figure (
  run integer not null references run,
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
  primary key (run, audience, place_in_order)
);
