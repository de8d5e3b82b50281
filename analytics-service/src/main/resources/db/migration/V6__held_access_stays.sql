-- Who read held text stays on record as it is. A row goes once it is old; how old is a setting, and a row younger than a year stays
-- whatever the setting says.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % stay as they are', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create function refuse_early_end() returns trigger language plpgsql as $$
begin
  if old.at > now() - interval '365 days' then
    raise exception 'rows of % stay as they are', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
create trigger held_access_stays before truncate or update on held_access
for each statement execute function refuse_change();
create trigger held_access_ends before delete on held_access
for each row execute function refuse_early_end();

create index held_access_old on held_access (at, id);
