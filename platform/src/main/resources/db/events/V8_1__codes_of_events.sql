-- Whoever owns the database could add a row as anybody. So each row that the Hub appends carries a code that only holders of a
-- master key can make, over everything that it says; readers pass by whatever has none.
alter table events.domain_event add column code bytea;
alter table events.command_receipt add column code bytea;

-- A process of an earlier release that still runs can add nothing that would be taken for forged: its commands fail.
alter table events.domain_event add constraint domain_event_code check (code is not null) not valid;
alter table events.command_receipt add constraint command_receipt_code check (code is not null) not valid;

-- The keys of the codes, each wrapped under a master key that is kept outside the database. Wrapped again under a newer one, a
-- key has a second row.
create table events.code_key (
  number integer not null,
  master_key text not null,
  wrapped bytea not null,
  begun_at timestamptz not null,
  reason text not null,
  primary key (number, master_key)
);

-- What earlier releases had appended was given its codes once, when codes began.
create table events.earlier_code (
  epoch integer not null,
  tx xid8 not null,
  global_index bigint not null,
  code bytea not null,
  primary key (epoch, tx, global_index)
);
create table events.earlier_receipt_code (
  command_id text not null,
  actor text not null,
  code bytea not null,
  primary key (command_id, actor)
);

grant select on events.code_key, events.earlier_code, events.earlier_receipt_code to hub_event_writer, hub_event_reader;
grant insert on events.code_key, events.earlier_code, events.earlier_receipt_code to hub_event_writer;
