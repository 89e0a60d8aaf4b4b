-- Whoever has written in a transaction that is still open, in any database of the cluster, holds back readers and the proof log.
-- Said by name, so that somebody can end it. Texts of statements are not told: they can hold anything. As the schema's owner, who
-- sees the sessions of others only as superuser or member of pg_read_all_stats.
create function events.held_back_by()
  returns table (database text, pid integer, username text, state text, since timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select database, pid, username, state, since from (
    select a.datname::text as database, a.pid as pid, a.usename::text as username, a.state as state,
      a.xact_start as since, age(a.backend_xid) as held
    from pg_stat_activity a where a.backend_xid is not null and a.pid <> pg_backend_pid()
    union all
    select p.database::text, null, p.owner::text, 'prepared', p.prepared, age(p.transaction) from pg_prepared_xacts p) h
  order by held desc limit 5
$$;
revoke all on function events.held_back_by() from public;
grant execute on function events.held_back_by() to hub_event_reader;
