-- Files that were imported: when they began, since records without a time have that one and must have it again, and
-- how far they came. One row a file and name; what the files said is not here.
CREATE TABLE import_run (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation_id text NOT NULL,
  name            text NOT NULL,
  digest          text NOT NULL,
  options         text NOT NULL,
  turn            uuid NOT NULL,
  began_at        timestamptz NOT NULL,
  last_at         timestamptz NOT NULL,
  finished_at     timestamptz,
  records         bigint NOT NULL DEFAULT 0,
  accepted        bigint NOT NULL DEFAULT 0,
  duplicate       bigint NOT NULL DEFAULT 0,
  rejected        bigint NOT NULL DEFAULT 0,
  problems        jsonb NOT NULL DEFAULT '[]',
  UNIQUE (organisation_id, name, digest),
  CHECK (records = accepted + duplicate + rejected)
);
