-- Who asks to take back what they declared lifts no bar by it: an entry counts until the Data Protection Officer confirms.
alter table vault.colleague_entry
  -- What was declared before times were kept has counted ever since, as far as anybody can tell.
  add column declared_at timestamptz not null default '-infinity',
  -- The operation by which its removal was asked for.
  add column removal uuid,
  add column removal_asked_at timestamptz,
  add check ((removal is null) = (removal_asked_at is null));
alter table vault.colleague_entry alter column declared_at set default now();
create index colleague_entry_removal on vault.colleague_entry (removal) where removal is not null;

grant update (removal, removal_asked_at) on vault.colleague_entry to hub_vault;
