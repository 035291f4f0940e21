-- Where the bytes of each file have been seen in the drop folder, so that a file sent again is told from one that stays.

create table sighting (
  file_hash varchar(64) not null references received_file,
  name varchar(1000) not null,
  modified_at timestamp with time zone,
  primary key (file_hash, name)
);

insert into sighting (file_hash, name) select hash, name from received_file;
