-- Emergency openings of cases, and how they were judged.
create table projections.break_glass (
  access_id uuid primary key,
  referral_id uuid not null,
  actor text not null,
  actor_name text not null,
  role text not null,
  organisation text not null,
  used_at timestamptz not null,
  until timestamptz not null,
  used json not null,
  outcome text,
  reviewed_at timestamptz
);
create index break_glass_actor on projections.break_glass (actor, until);
create index break_glass_review on projections.break_glass (used_at, access_id) where outcome is null;
grant select, insert, update, delete on projections.break_glass to hub_projector;
