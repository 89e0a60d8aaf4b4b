-- Which allocations were offered to whom: it finds them for the provider. Whether they may be shown, the case's own events say.
create table projections.allocation (
  allocation_id uuid primary key,
  referral_id uuid not null,
  provider text not null,
  allocated_on date not null
);
create index allocation_provider on projections.allocation (provider, allocated_on desc, allocation_id desc);
grant select, insert, update, delete on projections.allocation to hub_projector;
