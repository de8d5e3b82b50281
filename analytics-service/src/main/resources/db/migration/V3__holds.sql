-- A comment with an open alert whose submission was erased: the lane keeps it until the alert is closed, and nobody else
-- sees it. One that was erased before it was read here is kept, too: an alert must not be lost by a race.
create table lane_copy (
  submission_id uuid not null,
  n smallint not null,
  ward_id text not null,
  organisation_id text not null,
  question text not null,
  text text not null,
  alerts text[] not null,
  received_at timestamptz not null,
  primary key (submission_id, n)
);

-- Submissions that somebody needs whole, for an inquiry or a court: who placed and who lifted each hold.
create table legal_hold (
  id bigint generated always as identity primary key,
  submission_id uuid not null,
  organisation_id text not null,
  placed_at timestamptz not null,
  placed_by text not null,
  lifted_at timestamptz,
  lifted_by text
);
create unique index legal_hold_now on legal_hold (submission_id) where lifted_at is null;
