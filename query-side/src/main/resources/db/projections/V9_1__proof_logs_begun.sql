-- Which proof logs were begun over this history, when and why. Whoever finds the folders empty and a row here knows that a log was
-- lost; a reason begins one log only. The row is no proof of anything: it is in the database, and the log is not.
create table projections.proof_log (
  log_name text not null,
  public_key text not null,
  reason text not null,
  begun_at timestamptz not null,
  primary key (public_key, reason)
);
grant select, insert on projections.proof_log to hub_projector;
