-- How to reach a person who asked for it: sealed, and apart from the words, so that it can be read, kept and destroyed
-- apart from them.
CREATE TABLE contact (
  submission_id uuid PRIMARY KEY REFERENCES submission,
  key_id        text NOT NULL,
  sealed        bytea NOT NULL
);

-- Receipts are looked up by equality only.
CREATE INDEX submission_receipt ON submission USING hash (receipt_hash);
