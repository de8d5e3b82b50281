-- What feedback-service says a ward-day holds: the latest tally of each.
create table tally (
  ward_id text not null,
  day date not null,
  submissions bigint not null,
  xor uuid not null,
  as_of timestamptz not null,
  -- Null until everything that was published before it has been read.
  compared_at timestamptz,
  primary key (ward_id, day)
);
create index tally_waiting on tally (ward_id, day) where compared_at is null;

-- Ward-days that did not agree with their tally; at most one is open for a ward-day.
create table mismatch (
  id bigint generated always as identity primary key,
  ward_id text not null,
  day date not null,
  state text not null check (state in ('open', 'resolved')),
  expected bigint not null,
  found bigint not null,
  as_of timestamptz not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  resolved_at timestamptz
);
create unique index mismatch_open on mismatch (ward_id, day) where state = 'open';

-- A ward-day by the times themselves: it stays comparable when an organisation's zone is corrected.
create index submission_by_ward on submission (ward_id, counted_at);

-- A tombstone keeps counted_at and received_at for a while: a tally tells of a moment before the erasure.
create index tombstone_with_times on submission (erased_at)
where counted_on is null and counted_at is not null;
