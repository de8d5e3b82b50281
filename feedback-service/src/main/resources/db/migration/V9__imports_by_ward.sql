-- The ward of records that name none is part of what tells imports apart: the same file may come once for each ward.
-- And of a file that is not the first of its name it is remembered that its sender said it goes on with the others; what
-- was imported before that could be said stays as it is.
ALTER TABLE import_run
  ADD COLUMN default_ward text NOT NULL DEFAULT '',
  ADD COLUMN continues    boolean NOT NULL DEFAULT false;
UPDATE import_run SET
  continues = true,
  default_ward = coalesce(nullif(substring(options FROM '.* ward ([A-Za-z0-9_-]+) limit [0-9]+'), 'null'), '');
ALTER TABLE import_run
  DROP CONSTRAINT import_run_organisation_id_name_digest_key,
  ADD UNIQUE (organisation_id, name, default_ward, digest);
