-- What the summary of a run says to each audience that gets something: sentence by sentence, with small numbers hidden as
-- in what is published beside it. Whatever is written about the publication later says the same.
create table summary_sentence (
  run integer not null references run,
  audience varchar(200) not null,
  place_in_order integer not null,
  topic varchar(40) not null,
  sentence varchar(100000) not null,
  primary key (run, audience, place_in_order)
);
