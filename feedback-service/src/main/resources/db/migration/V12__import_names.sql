-- A name is the file's whose records were stored first under it (for its ward). Counts begin anew whenever a file does, so
-- that moment stands by itself: it is written once, and never taken back.
ALTER TABLE import_run ADD COLUMN first_stored_at timestamptz;
UPDATE import_run SET first_stored_at = began_at WHERE accepted + duplicate > 0;
-- Begun more than once and nothing counted since: what was counted before is not known, so its name is not free.
UPDATE import_run SET first_stored_at = last_at WHERE records = 0 AND last_at > began_at;
