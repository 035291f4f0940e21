-- What the last look into the drop folder left there, or has to say of what it took in.
create table drop_folder_notice (
  place_in_order integer primary key,
  file_name varchar(1000) not null,
  what varchar(40) not null
);
