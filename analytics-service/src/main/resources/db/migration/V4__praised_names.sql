-- Tokens of staff names that stand in praise and nowhere else in the submission. What came before has none: a name is told
-- only where somebody has judged that it may be.
alter table comment add column praised text[] not null default '{}';
