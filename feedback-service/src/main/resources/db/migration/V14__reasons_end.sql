-- A reason for reading may quote what was read, so it is dropped once nothing is sealed of the submission any more. Who,
-- when and for which alert stays.
ALTER TABLE raw_access
  ALTER COLUMN reason_key DROP NOT NULL,
  ALTER COLUMN reason DROP NOT NULL,
  ADD CHECK ((reason IS NULL) = (reason_key IS NULL));
CREATE INDEX raw_access_with_reason ON raw_access (submission_id) WHERE reason IS NOT NULL;

UPDATE raw_access a SET reason_key = NULL, reason = NULL
  WHERE NOT EXISTS (SELECT FROM sealed s WHERE s.submission_id = a.submission_id);

-- Not before, and never back.
CREATE FUNCTION refuse_reason_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.reason IS NULL
      OR (NEW.reason IS NULL AND EXISTS (SELECT FROM sealed s WHERE s.submission_id = OLD.submission_id)) THEN
    RAISE EXCEPTION 'rows of % stay as they are', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER raw_access_reason_stays BEFORE UPDATE OF reason_key, reason ON raw_access
  FOR EACH ROW EXECUTE FUNCTION refuse_reason_change();
