-- Whoever kept the code of a submission that was put aside may take back that its words are shown: it stays as it came, sealed,
-- and is let in without the agreement.
ALTER TABLE quarantine ADD COLUMN consent_withdrawn boolean NOT NULL DEFAULT false;
