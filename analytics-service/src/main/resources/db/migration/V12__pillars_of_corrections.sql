-- A tag that a person added has the pillar of its theme, too; those of before have it from here on.
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
where layer = 'compassion' and pillar is null;
alter table comment_tag add check ((layer = 'compassion') = (pillar is not null));

-- Whether a comment has a shortfall is asked of every comment that is counted; without this the planner would rather read all tags.
create index comment_tag_shortfall on comment_tag (submission_id, n) where layer = 'compassion' and polarity = 'absent';

-- What people said of themselves goes with their words, also where a submission came after its retention was over.
update submission set demographics = null where erased_reason = 'retention' and demographics is not null;

-- What both change is counted anew.
truncate rollup_pillar, rollup_band, rollup_band_pillar;
insert into rollup_pillar
select ward_id, day, question, pillar, polarity, sum(comments) from counted_pillar group by 1, 2, 3, 4, 5;
insert into rollup_band
select ward_id, day, dimension, band, sum(submissions), sum(responses), sum(positive), sum(commenting),
       sum(with_shortfall), sum(comments), sum(with_content), sum(any_shortfall)
from counted_band group by 1, 2, 3, 4;
insert into rollup_band_pillar
select ward_id, day, dimension, band, pillar, sum(absent) from counted_band_pillar group by 1, 2, 3, 4, 5;
