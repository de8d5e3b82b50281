-- The copy of the directory. No foreign keys: entries come in any order.
create table organisation (
  id text primary key,
  version integer not null,
  name text not null,
  zone text not null
);

create table site (
  id text primary key,
  version integer not null,
  name text not null,
  ods_code text,
  organisation_id text not null
);

create table division (
  id text primary key,
  version integer not null,
  name text not null,
  organisation_id text not null
);

create table ward (
  id text primary key,
  version integer not null,
  name text not null,
  site_id text not null,
  organisation_id text not null,
  -- varchar, not text: it is compared with arrays as Hibernate sends them.
  division_ids varchar[] not null,
  care_setting text
);
create index ward_by_organisation on ward (organisation_id, id);

-- A ward counts as known once everything an answer needs is here: its site and its organisation's zone.
create view known_ward as
select w.id,
       w.name,
       w.site_id,
       w.organisation_id,
       w.division_ids,
       s.ods_code,
       w.care_setting,
       o.zone
from ward w
join site s on s.id = w.site_id
join organisation o on o.id = w.organisation_id;

-- One row a submission, for ever: an erased one stays as a tombstone (counted_on null), so that the
-- same primary key decides every race between a submission and its erasure.
create table submission (
  id uuid primary key,
  version integer not null,
  ward_id text not null,
  organisation_id text not null,
  counted_on date,
  counted_at timestamptz,
  received_at timestamptz,
  rating smallint check (rating between 1 and 6),
  channel text,
  mode text,
  consent_to_publish boolean,
  demographics jsonb,
  erased_reason text,
  erased_at timestamptz
);

-- One answered question. Ward, day and rating stand here too because every list filters by them.
create table comment (
  submission_id uuid not null references submission (id),
  n smallint not null,
  ward_id text not null,
  counted_on date not null,
  rating smallint,
  shuffle bigint not null,
  question text not null,
  -- Null once its retention has expired: the fact stays, the words go.
  text text,
  language text,
  withheld text check (withheld in ('IN_REVIEW', 'LANGUAGE')),
  with_content boolean not null,
  sentiment smallint,
  criticality smallint,
  severity text not null,
  alerts text[] not null,
  model_version text not null,
  -- A withheld comment can be found by nobody.
  search tsvector generated always as (
    case when withheld is null then to_tsvector('english'::regconfig, coalesce(text, ''))
         else ''::tsvector end) stored,
  primary key (submission_id, n)
);
create index comment_by_ward on comment (ward_id, counted_on desc, shuffle, submission_id, n);

-- Evidence is a place in the comment's text, not a second copy of it.
create table comment_tag (
  submission_id uuid not null,
  n smallint not null,
  layer text not null,
  theme text not null,
  -- Empty where the layer has no polarity: a primary key holds no null.
  polarity text not null,
  specificity text,
  confidence double precision not null,
  evidence_start integer not null,
  evidence_end integer not null,
  ward_id text not null,
  counted_on date not null,
  primary key (submission_id, n, layer, theme, polarity),
  foreign key (submission_id, n) references comment (submission_id, n) on delete cascade
);

-- What counts, said once: ingest adds and takes back what these views say of some submissions, and a
-- recount compares the rollups with what they say of all.
create view counted_submission as
select id as submission_id, ward_id, counted_on as day, coalesce(rating, 0::smallint) as rating
from submission
where counted_on is not null;

create view counted_comment as
select submission_id,
       ward_id,
       counted_on as day,
       1 as comments,
       with_content::integer as with_content,
       (withheld is not null)::integer as withheld
from comment;

create view counted_theme as
select submission_id, ward_id, counted_on as day, layer, theme, polarity
from comment_tag;

create table rollup_submission (
  ward_id text not null,
  day date not null,
  -- 0: no rating given
  rating smallint not null,
  submissions bigint not null,
  primary key (ward_id, day, rating)
);

create table rollup_comment (
  ward_id text not null,
  day date not null,
  comments bigint not null,
  with_content bigint not null,
  withheld bigint not null,
  primary key (ward_id, day)
);

create table rollup_theme (
  ward_id text not null,
  day date not null,
  layer text not null,
  theme text not null,
  polarity text not null,
  comments bigint not null,
  primary key (ward_id, day, layer, theme, polarity)
);

-- Where each partition of each cluster goes on; moved in the transaction of the batch.
create table consumer_offset (
  cluster_id text not null,
  topic text not null,
  partition integer not null,
  next_offset bigint not null,
  primary key (cluster_id, topic, partition)
);

-- Events that could not be applied, with the reason; never skipped in silence.
create table parked (
  cluster_id text not null,
  topic text not null,
  partition integer not null,
  record_offset bigint not null,
  record_key bytea,
  -- json, not jsonb: a header may hold any character.
  headers json not null,
  value bytea,
  reason text not null,
  ward_id text,
  organisation_id text,
  submission_id uuid,
  parked_at timestamptz not null default clock_timestamp(),
  primary key (cluster_id, topic, partition, record_offset)
);
create index parked_by_ward on parked (ward_id) where reason = 'UNKNOWN_WARD';
create index parked_by_submission on parked (submission_id) where submission_id is not null;
