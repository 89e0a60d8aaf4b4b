-- Packs that were asked for. What was made lies here sealed, under the key of the child that it is chiefly about, until it expires.
create table projections.accountability_pack (
  pack_id uuid primary key,
  referral_id uuid not null,
  discussion_id uuid not null,
  profile text not null,
  complainant uuid,
  requested_by text not null,
  actor json not null,
  correlation_id text not null,
  requested_at timestamptz not null,
  expires_on date not null,
  state text not null,
  done integer not null default 0,
  trouble text,
  sealed json
);
create index accountability_pack_mine on projections.accountability_pack (requested_by, requested_at);
grant select, insert, update, delete on projections.accountability_pack to hub_projector;
