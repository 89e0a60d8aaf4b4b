-- Which types of events, and up to which revision, any release that ran on this database could read: each says so when it starts,
-- before it writes any. What none of them knows is of no later release, and holds its case only.
create table projections.known_event_type (
  type text primary key,
  revision smallint not null
);
grant select, insert, update on projections.known_event_type to hub_projector;
