-- Emergency openings that were refused because of what the same person had opened before; the reviewer sees them beside those.
create table projections.break_glass_refusal (
  access_id uuid primary key,
  referral_id uuid not null,
  actor text not null,
  actor_name text not null,
  role text not null,
  organisation text not null,
  at timestamptz not null,
  rule text not null
);
create index break_glass_refusal_at on projections.break_glass_refusal (at, access_id);
grant select, insert, update, delete on projections.break_glass_refusal to hub_projector;
