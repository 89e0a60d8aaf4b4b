-- Somebody decided, on record, that a projection goes on without these and no alarm is raised. They can still be tried again.
alter table projections.dead_letter add column set_aside boolean not null default false;
