-- By which secret the search tokens were made, and up to where in the history every person was found to have a row here. Neither
-- says anything about anybody. A backup of the keys brings back what it knew, so that the rest is looked at again.
create table vault.start_check (
  name text primary key,
  value text not null
);
grant select, insert, update on vault.start_check to hub_vault;
