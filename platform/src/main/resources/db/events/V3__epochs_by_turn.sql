-- A cluster may hold the history more than once: after a fail-back its transaction ids say nothing about what came meanwhile.
-- Each turn is an epoch of its own.
alter table events.epoch drop constraint epoch_system_identifier_key;
