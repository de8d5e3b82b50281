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

-- Names by the day from which they hold, in their order; the last is "name". Days as text: the form is checked before.
ALTER TABLE directory_unit
  ADD COLUMN names       jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN specialties text[] NOT NULL DEFAULT '{}',
  ADD COLUMN closed_on   text,
  ADD COLUMN questions   jsonb;
UPDATE directory_unit SET names = jsonb_build_array(jsonb_build_object('name', name, 'from', NULL));
