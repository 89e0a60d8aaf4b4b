-- By its newest keys a running Hub tells the vault that it knows from one that was emptied, or brought back from an older backup.
create index person_key_created on vault.person_key (created_at);
