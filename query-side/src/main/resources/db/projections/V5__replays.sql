-- Replays of one projection from the history into tables of their own. What was asked for, agreed to and came of it is also on
-- record as events; this is what the work itself needs to go on after a crash.
create schema if not exists replay;
grant usage, create on schema replay to hub_projector;

create table projections.replay (
  operation_id uuid primary key,
  projection text not null,
  kind text not null,
  reason text not null,
  reference text,
  state text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  done bigint not null default 0,
  total bigint not null default 0,
  per_second bigint not null default 0,
  outcome text,
  digest_before text,
  digest_replayed text,
  differing bigint,
  differences json,
  recorded boolean not null default false,
  ended_at timestamptz
);

-- One at a time for each projection: the second tables have fixed names.
create unique index replay_one_at_a_time on projections.replay (projection) where ended_at is null;

grant select, insert, update on projections.replay to hub_projector;
