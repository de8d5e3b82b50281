-- Who read a submission's words as they were written: each grant with its reason, each reading, and who was told.
CREATE TABLE raw_access (
  id              uuid PRIMARY KEY,
  submission_id   uuid NOT NULL REFERENCES submission,
  organisation_id text NOT NULL,
  alert_id        text NOT NULL,
  lane            text NOT NULL,
  subject         text NOT NULL,
  -- Sealed, as a reason may quote what was read.
  reason_key      text NOT NULL,
  reason          bytea NOT NULL,
  granted_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL
);
CREATE INDEX raw_access_live ON raw_access (subject, submission_id, alert_id, expires_at);
CREATE INDEX raw_access_list ON raw_access (organisation_id, granted_at DESC, id DESC);
CREATE INDEX raw_access_reason_key ON raw_access (reason_key);

CREATE TABLE raw_reading (
  id        uuid PRIMARY KEY,
  access_id uuid NOT NULL REFERENCES raw_access,
  subject   text NOT NULL,
  read_at   timestamptz NOT NULL
);
CREATE INDEX raw_reading_by_subject ON raw_reading (subject, read_at);
CREATE INDEX raw_reading_by_access ON raw_reading (access_id);

CREATE TABLE raw_access_seen (
  access_id uuid PRIMARY KEY REFERENCES raw_access,
  subject   text NOT NULL,
  seen_at   timestamptz NOT NULL
);

-- The record only grows, whatever the service may come to do. One thing may change: with which key a reason is sealed; it
-- opens as the reason of its own row and no other.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % stay as they are', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER raw_access_stays BEFORE DELETE OR TRUNCATE
  OR UPDATE OF id, submission_id, organisation_id, alert_id, lane, subject, granted_at, expires_at ON raw_access
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER raw_reading_stays BEFORE DELETE OR TRUNCATE OR UPDATE ON raw_reading
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER raw_access_seen_stays BEFORE DELETE OR TRUNCATE OR UPDATE ON raw_access_seen
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
