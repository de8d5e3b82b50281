-- The two rows that a submission must leave, with the widths and indexes of feedback-service's own tables.
DROP SCHEMA IF EXISTS bench_limit CASCADE;
CREATE SCHEMA bench_limit;

CREATE TABLE bench_limit.submission (
  id              uuid PRIMARY KEY,
  content_mac     bytea NOT NULL,
  device_id       uuid NOT NULL,
  device_sequence bigint,
  ward_id         text NOT NULL,
  rating          smallint,
  raw_answers     jsonb NOT NULL,
  answers         jsonb NOT NULL,
  channel         text NOT NULL,
  receipt_hash    bytea NOT NULL,
  received_at     timestamptz NOT NULL,
  counted_at      timestamptz NOT NULL
);
CREATE INDEX ON bench_limit.submission (ward_id, counted_at);
CREATE INDEX ON bench_limit.submission (received_at);

CREATE TABLE bench_limit.outbox (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id    uuid NOT NULL,
  key         text NOT NULL,
  time        timestamptz NOT NULL,
  payload     bytea NOT NULL,
  traceparent text NOT NULL
);
