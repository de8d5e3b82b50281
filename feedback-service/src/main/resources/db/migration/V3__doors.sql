-- How to reach a person who asked for it: sealed, and apart from the words, so that it can be read, kept and destroyed
-- apart from them.
CREATE TABLE contact (
  submission_id uuid PRIMARY KEY REFERENCES submission,
  key_id        text NOT NULL,
  sealed        bytea NOT NULL
);

-- Receipts are looked up by equality only.
CREATE INDEX submission_receipt ON submission USING hash (receipt_hash);

-- A device gets a new key without becoming another device. Of an old key the hash stays, to tell it from a wrong one.
CREATE TABLE device_key (
  id         uuid PRIMARY KEY,
  device_id  uuid NOT NULL REFERENCES device,
  key_hash   bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX device_key_device ON device_key (device_id);
INSERT INTO device_key
  SELECT gen_random_uuid(), id, key_hash, created_at, revoked_at FROM device;
ALTER TABLE device DROP COLUMN key_hash;

-- Where a kiosk stands from when: its queue still lands after it was moved.
CREATE TABLE device_ward (
  device_id uuid NOT NULL REFERENCES device,
  since     timestamptz NOT NULL,
  ward_id   text NOT NULL,
  PRIMARY KEY (device_id, since)
);
INSERT INTO device_ward SELECT id, 'epoch', ward_id FROM device WHERE kind = 'kiosk';
ALTER TABLE device DROP COLUMN ward_id;

-- How a device does; the last three are what it said of itself.
ALTER TABLE device
  ADD COLUMN last_seen_at      timestamptz,
  ADD COLUMN reported_at       timestamptz,
  ADD COLUMN clock_skew_millis bigint,
  ADD COLUMN queue_length      bigint;

CREATE INDEX submission_sequence ON submission (device_id, device_sequence) WHERE device_sequence IS NOT NULL;

-- Codes that wait to be exchanged for a key, by a keyed hash: 50 bits could be guessed from a plain one.
CREATE TABLE pairing_code (
  device_id  uuid PRIMARY KEY REFERENCES device,
  code_mac   bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL
);

-- Valid submissions with a revoked key, whole and sealed, until an admin releases or refuses them.
CREATE TABLE quarantine (
  id              uuid PRIMARY KEY,
  device_key_id   uuid NOT NULL REFERENCES device_key,
  device_id       uuid NOT NULL REFERENCES device,
  device_sequence bigint,
  content_mac     bytea NOT NULL,
  received_at     timestamptz NOT NULL,
  sealed_with     text NOT NULL,
  sealed          bytea NOT NULL
);
CREATE INDEX quarantine_device ON quarantine (device_id, received_at, id);

-- How much a revoked key has there, kept exact under its row's lock; closed: it may put nothing more there.
ALTER TABLE device_key
  ADD COLUMN quarantined       integer NOT NULL DEFAULT 0 CHECK (quarantined >= 0),
  ADD COLUMN quarantine_closed boolean NOT NULL DEFAULT false;
