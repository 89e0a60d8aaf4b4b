-- By which request a pack was asked for, so that the same request leads to the same pack, and another one by its key to none.
alter table projections.accountability_pack add column fingerprint text;
