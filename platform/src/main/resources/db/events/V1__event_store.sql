-- The store of record. Its roles may add and read; nobody but the owner of the database could do more.


do $$
begin
  if not exists (select from pg_roles where rolname = 'hub_event_writer') then create role hub_event_writer; end if;
  if not exists (select from pg_roles where rolname = 'hub_event_reader') then create role hub_event_reader; end if;
end
$$;

-- Transaction ids start again in a new cluster (dump and restore, logical migration), so the reading order begins with an
-- epoch: one row for each cluster that has held this history.
create table events.epoch (
  epoch integer primary key generated always as identity,
  system_identifier text not null unique,
  begun_at timestamptz not null default now()
);

create table events.domain_event (
  epoch integer not null references events.epoch,
  tx xid8 not null default pg_current_xact_id(),
  global_index bigint not null generated always as identity,
  event_id uuid not null,
  stream text not null,
  aggregate_id text not null check (aggregate_id <> ''),
  sequence bigint not null,
  type text not null,
  revision smallint not null,
  recorded_at timestamptz not null,
  payload json not null,
  metadata json not null,
  constraint domain_event_order primary key (epoch, tx, global_index),
  constraint domain_event_sequence unique (aggregate_id, sequence)
);

comment on column events.domain_event.tx is
  'The writing transaction. A reader takes only rows of transactions below pg_snapshot_xmin: nothing can still commit beneath them.';

-- One row for each command that had an effect, added in the same statement as its events: one id, one effect, one answer.
create table events.command_receipt (
  command_id text primary key,
  actor text not null,
  fingerprint text not null,
  versions json not null,
  refusal text,
  recorded_at timestamptz not null
);

grant usage on schema events to hub_event_writer, hub_event_reader;
grant select on events.epoch, events.domain_event, events.command_receipt to hub_event_writer, hub_event_reader;
grant insert on events.domain_event, events.command_receipt to hub_event_writer;
