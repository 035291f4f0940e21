-- An uploaded file is forgotten with the return it became. One that became none (refused at the door, sent again after its
-- return was deleted, or never read) has no return that would take its name along: a deletion of its own does.
alter table uploaded_file add column deletion bigint references deletion;

-- What was forgotten with its return before. What was uploaded after that still has its name.
update uploaded_file set deletion = (select max(s.deletion) from submission s join deletion d on d.id = s.deletion
  join upload u on u.number = uploaded_file.upload
  where s.file_hash = uploaded_file.file_hash and u.uploaded_at <= d.noted_at);
