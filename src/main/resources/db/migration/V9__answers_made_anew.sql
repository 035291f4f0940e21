-- An answer to a return whose reading was amended since: another was written, and this one keeps its name.
create table former_answer (
  submission bigint not null references submission,
  file_name varchar(1000) not null unique
);
create index former_answer_submission on former_answer (submission);
