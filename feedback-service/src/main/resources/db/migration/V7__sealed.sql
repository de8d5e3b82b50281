-- What may not be read in the database: the words as written, how to reach the person, which names the tokens stand for.
-- Its key lies outside. No foreign key: a submission's rows are written in its own transaction and no submission is ever
-- deleted, so that it would only cost a lock of the submission for each row.
CREATE TABLE sealed (
  submission_id uuid NOT NULL,
  purpose       text NOT NULL CHECK (purpose IN ('answers', 'contact', 'names')),
  key_id        text NOT NULL,
  sealed        bytea NOT NULL,
  PRIMARY KEY (submission_id, purpose)
);

-- Which keys are in use, and what is still to be sealed with a new one.
CREATE INDEX sealed_key ON sealed (key_id);
CREATE INDEX quarantine_key ON quarantine (sealed_with);

-- Sealed contacts move as they are: what they are bound to has not changed.
INSERT INTO sealed SELECT submission_id, 'contact', key_id, sealed FROM contact;
DROP TABLE contact;

-- Words from before are sealed in the background, page by page: SQL has no key. Nothing is written here any more.
ALTER TABLE submission ALTER COLUMN raw_answers DROP NOT NULL;
CREATE INDEX submission_plain ON submission (id) WHERE raw_answers IS NOT NULL;
