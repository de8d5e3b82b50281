-- Improvement actions. What people write of one is a document, because it is changed by merging documents; only the service writes
-- it, and it knows the closed list of fields. What the service decides stands in columns. No comment's text and no submission's id
-- is here: an erasure finds nothing to erase.
create table action (
  id uuid primary key,
  -- The order of lists.
  n bigint generated always as identity unique,
  ward_id text not null,
  version integer not null,
  plan jsonb not null,
  -- What it answers, with the numbers as they were counted when it was created.
  insight jsonb,
  -- Who last changed the statement: somebody else publishes it.
  statement_by text,
  -- Null unless the statement is public now.
  published_at timestamptz,
  -- As it was then: what is public changes only when somebody publishes it again.
  published_status text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index action_by_ward on action (ward_id, n);
create index action_published on action (ward_id, published_at, n) where published_at is not null;

-- One row a change, for ever.
create table action_change (
  action_id uuid not null references action (id),
  -- The version that it made.
  version integer not null,
  what text not null check (what in ('created', 'changed', 'published', 'withdrawn')),
  fields text[] not null,
  -- Null where it was created.
  from_status text,
  to_status text not null,
  subject text not null,
  at timestamptz not null,
  primary key (action_id, version)
);
create trigger action_change_stays before truncate or update or delete on action_change
for each statement execute function refuse_change();

-- What makes an action overdue or unmeasured, said once. Overdue: open, and the day to aim by or the end of its test is past.
-- Unmeasured: no measure is named, or it has ended and does not say what happened; what cannot be done needs none.
create function action_state(plan jsonb, today date) returns table (overdue boolean, unmeasured boolean)
stable language sql as $$
  select status in ('noted', 'planned', 'testing') and coalesce(aim_by < today or ends_on < today, false),
         status <> 'cannot-do'
           and (plan -> 'measure' is null
                or (plan ->> 'whatHappened' is null and (status = 'done' or coalesce(ends_on < today, false))))
  from (select plan ->> 'status' as status, (plan ->> 'aimBy')::date as aim_by, (plan ->> 'endsOn')::date as ends_on) p
$$;
