-- That somebody says a tag is wrong, or one is missing, and what became of it. Apart from the tags, which every version of a
-- submission replaces: a row stays as long as the comment says the same, by the hash of what is shown. No words stand here.
create table correction (
  id uuid primary key,
  -- The order in which they were raised; of one tag, also that in which they were decided, since one at a time is open.
  seq bigint generated always as identity,
  submission_id uuid not null references submission (id),
  n smallint not null,
  -- Where and when the comment is counted; follows it.
  ward_id text not null,
  counted_on date not null,
  kind text not null check (kind in ('wrong', 'missing')),
  layer text not null,
  theme text not null,
  polarity text not null,
  evidence_start integer not null,
  evidence_end integer not null,
  -- Null once the words are gone: the hash of a short text can be guessed.
  text_hash bytea,
  state text not null check (state in ('open', 'accepted', 'declined', 'ended')),
  raised_by text not null,
  raised_at timestamptz not null,
  decided_by text,
  decided_at timestamptz
);
create unique index correction_open on correction (submission_id, n, layer, theme, polarity) where state = 'open';
create index correction_by_submission on correction (submission_id, n);
create index correction_by_ward on correction (ward_id, seq);
create index correction_by_raiser on correction (raised_by) where state = 'open';
create index correction_counted on correction (ward_id, counted_on) include (kind) where state = 'accepted';

-- Tags that a person added; null: the model's.
alter table comment_tag add column source text check (source = 'person');

-- Tags that the model has said and a person has taken away: what the model is judged by.
create table overruled_tag (
  submission_id uuid not null,
  n smallint not null,
  layer text not null,
  theme text not null,
  polarity text not null,
  specificity text,
  confidence double precision not null,
  evidence_start integer not null,
  evidence_end integer not null,
  primary key (submission_id, n, layer, theme, polarity),
  foreign key (submission_id, n) references comment (submission_id, n) on delete cascade
);

create view model_tag as
select submission_id, n, layer, theme, polarity, specificity, confidence, evidence_start, evidence_end
from comment_tag where source is null
union all
select submission_id, n, layer, theme, polarity, specificity, confidence, evidence_start, evidence_end
from overruled_tag;

-- What corrections of a period's comments have changed.
create view counted_correction as
select k.submission_id,
       k.ward_id,
       k.counted_on as day,
       c.question,
       case k.kind when 'missing' then 1 else -1 end as change
from correction k join comment c using (submission_id, n)
where k.state = 'accepted';

-- What a person said of all that the model said of a comment.
create table review (
  submission_id uuid not null references submission (id),
  n smallint not null,
  reviewer text not null,
  model_version text not null,
  ward_id text not null,
  counted_on date not null,
  sample text not null check (sample in ('random', 'low-confidence')),
  -- Null once the words are gone.
  text_hash bytea,
  reviewed_at timestamptz not null,
  primary key (submission_id, n, reviewer, model_version)
);
create index review_random on review (ward_id, counted_on) where sample = 'random';

create table review_verdict (
  submission_id uuid not null,
  n smallint not null,
  reviewer text not null,
  model_version text not null,
  layer text not null,
  theme text not null,
  polarity text not null,
  verdict text not null check (verdict in ('right', 'wrong', 'missing')),
  -- Of what is missing.
  evidence_start integer,
  evidence_end integer,
  primary key (submission_id, n, reviewer, model_version, layer, theme, polarity),
  foreign key (submission_id, n, reviewer, model_version)
    references review (submission_id, n, reviewer, model_version) on delete cascade
);

-- Comments that a review is asked of: shown, with content.
create index comment_reviewable on comment (ward_id, counted_on desc, shuffle, submission_id, n)
where with_content and withheld is null and text is not null;

-- Who carried comments away as training data is noted like who read what is held.
alter table held_access drop constraint held_access_what_check;
alter table held_access add constraint held_access_what_check
check (what in ('read', 'translation', 'cleared', 'export'));
