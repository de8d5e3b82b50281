-- What was taken back. The row of a submission stays, so that its id is never taken in again, without anything it said;
-- erased_at: it counts no more; expired_at: its words were kept for long enough, its counts stay.
ALTER TABLE submission
  ALTER COLUMN content_mac DROP NOT NULL,
  ADD COLUMN erased_at     timestamptz,
  ADD COLUMN erased_reason text,
  ADD COLUMN expired_at    timestamptz,
  ADD COLUMN sealed_gone_at timestamptz,
  ADD CHECK ((erased_at IS NULL) = (erased_reason IS NULL)),
  ADD CHECK (erased_at IS NOT NULL OR content_mac IS NOT NULL);

-- Tallies read ward-days, and days that lost something, from indexes alone.
CREATE INDEX submission_of_ward_day_with_erasure ON submission (ward_id, counted_at, id) INCLUDE (received_at, erased_at);
DROP INDEX submission_of_ward_day;
CREATE INDEX submission_of_ward_erased ON submission (ward_id, erased_at) INCLUDE (counted_at) WHERE erased_at IS NOT NULL;

-- What may have been kept for long enough, in the order in which its time ends: words, and what is sealed.
CREATE INDEX submission_with_words ON submission (received_at, id) WHERE erased_at IS NULL AND expired_at IS NULL;
CREATE INDEX submission_with_sealed ON submission (received_at, id)
  WHERE erased_at IS NULL AND expired_at IS NULL AND sealed_gone_at IS NULL;
CREATE INDEX quarantine_received ON quarantine (received_at, id);

-- The proof of an erasure: that, why, when and by whom, and nothing of what it was. The last one of a submission.
CREATE TABLE erasure (
  submission_id   uuid PRIMARY KEY REFERENCES submission,
  organisation_id text NOT NULL,
  reason          text NOT NULL CHECK (reason IN ('receipt', 'objection', 'admin', 'retention')),
  requested_at    timestamptz NOT NULL,
  role            text,
  subject         text,
  -- Not before then is destroyed what is sealed, and not while it is held.
  until           timestamptz NOT NULL,
  destroyed_at    timestamptz
);
CREATE INDEX erasure_waiting ON erasure (until, submission_id) WHERE destroyed_at IS NULL;

CREATE INDEX outbox_parked ON outbox (subject) WHERE parked_at IS NOT NULL;
