-- What became of each published paper when it was to be made into PDF: the file, or why there is none.
create table rendition (
  run integer not null references run,
  audience varchar(200) not null,
  document varchar(1000) not null,
  document_sha256 varchar(64) not null,
  file_name varchar(1000),
  sha256 varchar(64),
  why_not varchar(1000),
  primary key (run, document),
  check ((file_name is null) = (sha256 is null)),
  check ((file_name is null) <> (why_not is null))
);
