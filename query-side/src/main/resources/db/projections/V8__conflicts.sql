-- Who came upon the record of somebody close, what they said, and how it was judged.
create table projections.conflict (
  access_id uuid primary key,
  referral_id uuid,
  view text not null,
  kinds text[] not null,
  actor text not null,
  actor_name text not null,
  role text not null,
  organisation text not null,
  at timestamptz not null,
  reason json,
  outcome text,
  reviewed_at timestamptz
);
create index conflict_open on projections.conflict (at) where outcome is null;
create index conflict_reasons on projections.conflict (actor, referral_id, at) where reason is not null;
grant select, insert, update, delete on projections.conflict to hub_projector;
