-- Keys live apart from the history: a schema, a role and, if wanted, a server of their own, with a backup of its own.
do $$
begin
  if not exists (select from pg_roles where rolname = 'hub_vault') then create role hub_vault; end if;
end
$$;

-- The fence and the key in one row: a person is active or erased, and an erased person is never given a key again.
create table vault.person_key (
  person_id uuid primary key,
  state text not null check (state in ('ACTIVE', 'ERASED')),
  master_key text,
  wrapped_key bytea,
  created_at timestamptz not null,
  erased_at timestamptz,
  constraint a_key_until_erased check ((state = 'ACTIVE') = (wrapped_key is not null))
);

-- Keyed tokens by which people can be found without their names being kept anywhere; gone with the key.
create table vault.search_token (
  token bytea not null,
  person_id uuid not null references vault.person_key,
  kind text not null,
  primary key (token, person_id, kind)
);
create index search_token_person on vault.search_token (person_id);

grant usage on schema vault to hub_vault;
grant select, insert, update on vault.person_key to hub_vault;
grant select, insert, delete on vault.search_token to hub_vault;

-- Dates of birth under the person's own key, so that the clocks which run from a birthday can be kept without an event
-- telling anybody the date; useless once the key is destroyed.
create table vault.birth (
  person_id uuid primary key references vault.person_key,
  sealed bytea not null
);
grant select, insert, update, delete on vault.birth to hub_vault;
