-- Where a person had put another text in the place of an answer, the lane keeps both: the text that is read, and the person's own
-- words. Null where there was none; what was copied before has only the text.
alter table lane_copy add column original text;
alter table lane_copy add column translated_from text;
