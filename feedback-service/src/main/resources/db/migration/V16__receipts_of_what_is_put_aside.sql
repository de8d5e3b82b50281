-- So that whoever kept the code of a submission that was put aside can take it back. Null for those from before: SQL has no key
-- to open them with.
ALTER TABLE quarantine ADD COLUMN receipt_hash bytea;
CREATE INDEX quarantine_receipt ON quarantine USING hash (receipt_hash);
