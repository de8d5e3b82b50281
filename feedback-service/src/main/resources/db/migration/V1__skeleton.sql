-- Organisations, sites, divisions and wards. One table: they are published, versioned and looked up alike.
CREATE TABLE directory_unit (
  kind            text NOT NULL CHECK (kind IN ('organisation', 'site', 'division', 'ward')),
  id              text NOT NULL,
  version         integer NOT NULL CHECK (version > 0),
  name            text NOT NULL,
  ods_code        text,
  zone            text,
  organisation_id text NOT NULL,
  site_id         text,
  division_ids    text[] NOT NULL DEFAULT '{}',
  care_setting    text,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (kind, id)
);

-- Kiosks and importers. Only the hash of a key is kept: 256 random bits need no salt.
CREATE TABLE device (
  id              uuid PRIMARY KEY,
  name            text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('kiosk', 'importer')),
  organisation_id text NOT NULL,
  ward_id         text,
  key_hash        bytea NOT NULL UNIQUE,
  created_at      timestamptz NOT NULL,
  revoked_at      timestamptz,
  CHECK ((kind = 'kiosk') = (ward_id IS NOT NULL))
);

CREATE TABLE submission (
  id                 uuid PRIMARY KEY,
  content_mac        bytea NOT NULL,
  version            integer NOT NULL,
  device_id          uuid NOT NULL REFERENCES device,
  device_sequence    bigint,
  organisation_id    text NOT NULL,
  site_id            text NOT NULL,
  ward_id            text NOT NULL,
  rating             smallint CHECK (rating BETWEEN 1 AND 6),
  raw_answers        jsonb NOT NULL,
  answers            jsonb NOT NULL,
  language           text,
  channel            text NOT NULL,
  mode               text NOT NULL,
  respondent         text,
  format             text,
  demographics       jsonb,
  consent_to_publish boolean NOT NULL,
  receipt_hash       bytea NOT NULL,
  authored_at        timestamptz NOT NULL,
  received_at        timestamptz NOT NULL,
  counted_at         timestamptz NOT NULL,
  time_flag          text CHECK (time_flag IN ('AHEAD', 'TOO_OLD')),
  redaction_version  text NOT NULL
);

-- Facts that are not yet known to be on their topic. Rows are deleted once the broker has acknowledged them, so the
-- table stays small; vacuum early, because every row dies young.
CREATE TABLE outbox (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id    uuid NOT NULL,
  topic       text NOT NULL,
  key         text NOT NULL,
  subject     text NOT NULL,
  time        timestamptz NOT NULL,
  payload     bytea NOT NULL,
  traceparent text NOT NULL,
  shard_hash  integer NOT NULL,
  attempts    integer NOT NULL DEFAULT 0,
  last_error  text,
  parked_at   timestamptz
) WITH (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

CREATE INDEX outbox_waiting ON outbox (id) WHERE parked_at IS NULL;

CREATE INDEX submission_ward_day ON submission (ward_id, counted_at);
CREATE INDEX submission_received ON submission (received_at);
