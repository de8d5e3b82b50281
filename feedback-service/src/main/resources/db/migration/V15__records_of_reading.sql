-- Records of who read what stay as they are, and go as a whole once they are old. How old is a setting; a row younger than
-- a year stays whatever the setting says.
CREATE FUNCTION refuse_early_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(OLD) ->> TG_ARGV[0])::timestamptz > now() - interval '1 year' THEN
    RAISE EXCEPTION 'rows of % stay as they are', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;

-- What hangs on an access is as old as the access.
CREATE FUNCTION refuse_early_end_of_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM raw_access a WHERE a.id = OLD.access_id AND a.granted_at > now() - interval '1 year') THEN
    RAISE EXCEPTION 'rows of % stay as they are', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER raw_access_stays ON raw_access;
CREATE TRIGGER raw_access_stays BEFORE TRUNCATE
  OR UPDATE OF id, submission_id, organisation_id, alert_id, lane, subject, granted_at, expires_at ON raw_access
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER raw_access_ends BEFORE DELETE ON raw_access
  FOR EACH ROW EXECUTE FUNCTION refuse_early_end('granted_at');
DROP TRIGGER raw_reading_stays ON raw_reading;
CREATE TRIGGER raw_reading_stays BEFORE TRUNCATE OR UPDATE ON raw_reading
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER raw_reading_ends BEFORE DELETE ON raw_reading
  FOR EACH ROW EXECUTE FUNCTION refuse_early_end_of_access();
DROP TRIGGER raw_access_seen_stays ON raw_access_seen;
CREATE TRIGGER raw_access_seen_stays BEFORE TRUNCATE OR UPDATE ON raw_access_seen
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER raw_access_seen_ends BEFORE DELETE ON raw_access_seen
  FOR EACH ROW EXECUTE FUNCTION refuse_early_end_of_access();
CREATE TRIGGER name_reading_stays BEFORE TRUNCATE OR UPDATE ON name_reading
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER name_reading_ends BEFORE DELETE ON name_reading
  FOR EACH ROW EXECUTE FUNCTION refuse_early_end('read_at');

CREATE INDEX raw_access_old ON raw_access (granted_at, id);
CREATE INDEX name_reading_old ON name_reading (read_at, id);
