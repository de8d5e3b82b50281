-- That what was put aside under the id of somebody else's submission was taken back, and nothing of what it said: whoever
-- has its code is answered again as the first time. What was only put aside is an emptied submission instead. No foreign key,
-- which would lock that submission: none is ever deleted.
CREATE TABLE taken_back_copy (
  submission_id   uuid PRIMARY KEY,
  receipt_hash    bytea NOT NULL,
  organisation_id text NOT NULL,
  ward_id         text NOT NULL,
  received_at     timestamptz NOT NULL
);
CREATE INDEX taken_back_copy_receipt ON taken_back_copy USING hash (receipt_hash);
