-- Which projections some process can make again; it says so when it starts.
create table projections.replayable (projection text primary key);
grant select, insert on projections.replayable to hub_projector;
