-- Who was told names of staff in praise, of which submission, when; never a name.
CREATE TABLE name_reading (
  id              uuid PRIMARY KEY,
  submission_id   uuid NOT NULL REFERENCES submission,
  organisation_id text NOT NULL,
  ward_id         text NOT NULL,
  subject         text NOT NULL,
  tokens          text[] NOT NULL,
  read_at         timestamptz NOT NULL
);
CREATE INDEX name_reading_of_submission ON name_reading (submission_id, read_at);
