-- A tag of the compassion layer says which pillar its theme belongs to, so that a pillar can be counted here; the taxonomy says it
-- when the tag is written. What was written before had these.
alter table comment_tag add column pillar text;
update comment_tag
set pillar = case theme
      when 'being-heard' then 'Attending'
      when 'seen-as-a-person' then 'Attending'
      when 'explaining-and-keeping-informed' then 'Understanding'
      when 'involvement-and-choice' then 'Understanding'
      when 'kindness-and-courtesy' then 'Empathising'
      when 'emotional-support' then 'Empathising'
      when 'responsive-help' then 'Helping'
      when 'comfort-and-pain-relief' then 'Helping'
      when 'dignity-and-respect' then 'Dignifying'
      when 'safety-and-trust' then 'Dignifying'
      when 'inclusion-and-fairness' then 'Including'
      when 'family-and-carers' then 'Including'
    end
where layer = 'compassion';

-- Whether a reader should look at what was read: judged when it is written, by the setting of that day.
alter table comment add column low_confidence boolean not null default false;
update comment c
set low_confidence = true
where with_content
  and (select min(t.confidence) from comment_tag t where t.submission_id = c.submission_id and t.n = c.n) < 0.5;

drop view counted_submission, counted_comment, counted_theme;
drop table rollup_submission, rollup_comment, rollup_theme;

-- What counts, said once: a row for each time that something counts, with its submission, its ward-day, what it is counted by, and
-- how much it counts. The rollups of counting.Rollup add up the same columns, and a recount compares.

-- A shortfall: something of compassion was missing, or asked for.
create view comment_shortfall as
select submission_id, n from comment_tag where layer = 'compassion' and polarity = 'absent';

create view counted_submission as
select s.id as submission_id,
       s.ward_id,
       s.counted_on as day,
       -- 0: no rating given
       coalesce(s.rating, 0::smallint) as rating,
       -- Cut here and below: Kafka is not trusted to send codes only, and the key of an index has its limits.
       left(coalesce(s.mode, 'other'), 40) as mode,
       1 as submissions,
       exists (select from comment c where c.submission_id = s.id and c.with_content)::integer as commenting,
       exists (select from comment_shortfall f where f.submission_id = s.id)::integer as with_shortfall
from submission s
where s.counted_on is not null;

create view counted_comment as
select c.submission_id,
       c.ward_id,
       c.counted_on as day,
       c.question,
       -- of the person who wrote it
       left(coalesce(c.translated_from, c.language, 'und'), 40) as language,
       1 as comments,
       c.with_content::integer as with_content,
       (c.withheld is not null)::integer as withheld,
       c.low_confidence::integer as low_confidence,
       exists (select from comment_shortfall f where f.submission_id = c.submission_id and f.n = c.n)::integer as any_shortfall
from comment c;

create view counted_theme as
select c.submission_id, c.ward_id, c.counted_on as day, c.question, t.layer, t.theme, t.polarity, 1 as comments
from comment c
join comment_tag t using (submission_id, n);

-- A comment counts once for a pillar, however many of its themes it has.
create view counted_pillar as
select distinct c.submission_id, c.n, c.ward_id, c.counted_on as day, c.question, t.pillar, t.polarity, 1 as comments
from comment c
join comment_tag t using (submission_id, n)
where t.pillar is not null;

-- What people said of themselves.
create view submission_band as
select s.id as submission_id, s.ward_id, s.counted_on as day, s.rating, b.dimension, left(b.band, 40) as band
from submission s
cross join lateral (
  values ('ageBand', s.demographics->>'ageBand'),
         ('sex', s.demographics->>'sex'),
         ('ethnicGroup', s.demographics->>'ethnicGroup'),
         ('disability', s.demographics->>'disability')
) b (dimension, band)
where s.counted_on is not null
  and b.band is not null;

create view counted_band as
select b.submission_id,
       b.ward_id,
       b.day,
       b.dimension,
       b.band,
       1 as submissions,
       (b.rating is not null)::integer as responses,
       coalesce(b.rating <= 2, false)::integer as positive,
       (c.with_content > 0)::integer as commenting,
       (c.any_shortfall > 0)::integer as with_shortfall,
       c.comments,
       c.with_content,
       c.any_shortfall
from submission_band b
cross join lateral (
  select count(*) as comments,
         coalesce(sum(f.with_content), 0) as with_content,
         coalesce(sum(f.any_shortfall), 0) as any_shortfall
  from counted_comment f
  where f.submission_id = b.submission_id
) c;

create view counted_band_pillar as
select b.submission_id, b.ward_id, b.day, b.dimension, b.band, p.pillar, p.absent
from submission_band b
cross join lateral (
  select t.pillar, count(distinct t.n) as absent
  from comment_tag t
  where t.submission_id = b.submission_id and t.pillar is not null and t.polarity = 'absent'
  group by t.pillar
) p;

create table rollup_submission (
  ward_id text not null,
  day date not null,
  rating smallint not null,
  mode text not null,
  submissions bigint not null,
  commenting bigint not null,
  with_shortfall bigint not null,
  primary key (ward_id, day, rating, mode)
);
insert into rollup_submission
select ward_id, day, rating, mode, sum(submissions), sum(commenting), sum(with_shortfall)
from counted_submission group by 1, 2, 3, 4;

create table rollup_comment (
  ward_id text not null,
  day date not null,
  question text not null,
  language text not null,
  comments bigint not null,
  with_content bigint not null,
  withheld bigint not null,
  low_confidence bigint not null,
  any_shortfall bigint not null,
  primary key (ward_id, day, question, language)
);
insert into rollup_comment
select ward_id, day, question, language,
       sum(comments), sum(with_content), sum(withheld), sum(low_confidence), sum(any_shortfall)
from counted_comment group by 1, 2, 3, 4;

create table rollup_theme (
  ward_id text not null,
  day date not null,
  question text not null,
  layer text not null,
  theme text not null,
  polarity text not null,
  comments bigint not null,
  primary key (ward_id, day, question, layer, theme, polarity)
);
insert into rollup_theme
select ward_id, day, question, layer, theme, polarity, sum(comments) from counted_theme group by 1, 2, 3, 4, 5, 6;

create table rollup_pillar (
  ward_id text not null,
  day date not null,
  question text not null,
  pillar text not null,
  polarity text not null,
  comments bigint not null,
  primary key (ward_id, day, question, pillar, polarity)
);
insert into rollup_pillar
select ward_id, day, question, pillar, polarity, sum(comments) from counted_pillar group by 1, 2, 3, 4, 5;

create table rollup_band (
  ward_id text not null,
  day date not null,
  dimension text not null,
  band text not null,
  submissions bigint not null,
  responses bigint not null,
  positive bigint not null,
  commenting bigint not null,
  with_shortfall bigint not null,
  comments bigint not null,
  with_content bigint not null,
  any_shortfall bigint not null,
  primary key (ward_id, day, dimension, band)
);
insert into rollup_band
select ward_id, day, dimension, band, sum(submissions), sum(responses), sum(positive), sum(commenting),
       sum(with_shortfall), sum(comments), sum(with_content), sum(any_shortfall)
from counted_band group by 1, 2, 3, 4;

create table rollup_band_pillar (
  ward_id text not null,
  day date not null,
  dimension text not null,
  band text not null,
  pillar text not null,
  absent bigint not null,
  primary key (ward_id, day, dimension, band, pillar)
);
insert into rollup_band_pillar
select ward_id, day, dimension, band, pillar, sum(absent) from counted_band_pillar group by 1, 2, 3, 4, 5;

-- What recounts found. The numbers are rows of rollups, of the whole database.
create table recount (
  id bigint generated always as identity primary key,
  state text not null check (state in ('running', 'equal', 'different', 'failed')),
  rebuild boolean not null,
  started_at timestamptz not null,
  ended_at timestamptz
);

create table recount_rollup (
  recount_id bigint not null references recount (id) on delete cascade,
  rollup text not null,
  compared_rows bigint not null,
  differing_rows bigint not null,
  primary key (recount_id, rollup)
);

-- The first so many ward-days that differed.
create table recount_difference (
  recount_id bigint not null references recount (id) on delete cascade,
  rollup text not null,
  ward_id text not null,
  day date not null,
  differing_rows bigint not null,
  primary key (recount_id, rollup, ward_id, day)
);
