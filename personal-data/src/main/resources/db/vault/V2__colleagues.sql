-- To whom people who work with the Hub are close, as keyed tokens only: the Hub can warn, and nobody can read who it is.
create table vault.colleague_entry (
  entry_id uuid primary key,
  staff text not null,
  relation text not null check (relation in ('SELF', 'FAMILY', 'HOME')),
  -- How many of the entry's tokens a person must have.
  needed integer not null check (needed > 0)
);
create index colleague_entry_staff on vault.colleague_entry (staff);

create table vault.colleague_token (
  entry_id uuid not null references vault.colleague_entry on delete cascade,
  token bytea not null,
  primary key (entry_id, token)
);
create index colleague_token_token on vault.colleague_token (token);

grant select, insert, delete on vault.colleague_entry, vault.colleague_token to hub_vault;
