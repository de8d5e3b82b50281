-- What people wrote in the place of answers that were held back for their language: a translation, or the answer itself
-- without identifiers. Apart from the comment, which every version of its submission replaces: a row stays as long as the
-- answer says the same, by the hash of what was published.
create table translation (
  submission_id uuid not null references submission (id),
  n smallint not null,
  kind text not null check (kind in ('translation', 'cleared')),
  text text not null,
  original_hash bytea not null,
  -- Categories that the answer and every text in its place have raised: an alert does not go away with a better word.
  alerts text[] not null,
  written_by text not null,
  written_at timestamptz not null,
  primary key (submission_id, n)
);

-- The text shown is the one that was written here; what was published stays beside it.
alter table comment add column original text;
alter table comment add column translated_from text;

create index comment_held on comment (ward_id, counted_on, shuffle, submission_id, n)
where withheld = 'LANGUAGE' and text is not null;

-- Who read held text, and who put which answer into other words: never the words.
create table held_access (
  id bigint generated always as identity primary key,
  what text not null check (what in ('read', 'translation', 'cleared')),
  ward_id text not null,
  organisation_id text not null,
  comments text[] not null,
  subject text not null,
  at timestamptz not null
);
