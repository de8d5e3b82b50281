-- Records of an import that count when they came, since the time they have is ahead or too old: how many of those that
-- were accepted, and the first of them by line.
ALTER TABLE import_run
  ADD COLUMN flagged bigint NOT NULL DEFAULT 0,
  ADD COLUMN flags   jsonb NOT NULL DEFAULT '[]',
  ADD CHECK (flagged <= accepted);
