-- For whom and in which role people have acted with the Hub, so that a manager can end the access of their own colleagues only.
create table reactions.known_staff (
  staff text not null,
  role text not null,
  organisation text not null,
  primary key (staff, role, organisation)
);
grant select, insert, update, delete on reactions.known_staff to hub_projector;

-- The same as their tokens said it when they called this process; not derived from events, and a help only until the first one.
create table reactions.staff_seen (
  staff text not null,
  role text not null,
  organisation text not null,
  primary key (staff, role, organisation)
);
grant select, insert on reactions.staff_seen to hub_projector;
