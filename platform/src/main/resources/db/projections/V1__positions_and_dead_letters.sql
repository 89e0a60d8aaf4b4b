-- Positions and dead letters live beside the read models, so that all three move in one transaction.
do $$
begin
  if not exists (select from pg_roles where rolname = 'hub_projector') then create role hub_projector; end if;
end
$$;

create table projections.position (
  projection text primary key,
  epoch integer not null,
  tx bigint not null,
  global_index bigint not null,
  last_recorded_at timestamptz,
  moved_at timestamptz not null
);

create table projections.dead_letter (
  projection text not null,
  aggregate_id text not null,
  sequence bigint not null,
  epoch integer not null,
  tx bigint not null,
  global_index bigint not null,
  event_id uuid not null,
  type text not null,
  cause text not null,
  parked_at timestamptz not null,
  primary key (projection, aggregate_id, sequence)
);

grant usage on schema projections to hub_projector;
grant select, insert, update, delete on projections.position, projections.dead_letter to hub_projector;
