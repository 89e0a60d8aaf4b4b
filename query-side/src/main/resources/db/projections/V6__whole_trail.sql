-- The trail of everything, not of cases alone, with what auditors ask by. It is filled again from the history.
drop table projections.audit_line;

create table projections.audit_line (
  epoch integer not null,
  tx bigint not null,
  global_index bigint not null,
  event_id uuid not null,
  referral_id uuid,
  stream text not null,
  type text not null,
  recorded_at timestamptz not null,
  actor text not null,
  organisation text not null,
  purpose text not null,
  correlation_id text not null,
  -- Every id that the event mentions: people, meetings, services, sharings.
  mentions uuid[] not null,
  payload json not null,
  envelope json not null,
  primary key (epoch, tx, global_index)
);
create index audit_line_case on projections.audit_line (referral_id, epoch, tx, global_index) where referral_id is not null;
create index audit_line_actor on projections.audit_line (actor, epoch, tx, global_index);
create index audit_line_organisation on projections.audit_line (organisation, epoch, tx, global_index);
create index audit_line_type on projections.audit_line (type, epoch, tx, global_index);
create index audit_line_correlation on projections.audit_line (correlation_id);
create index audit_line_mentions on projections.audit_line using gin (mentions);
create index audit_line_time on projections.audit_line (recorded_at);

grant select, insert, update, delete on projections.audit_line to hub_projector;
delete from projections.position where projection = 'audittrail';
delete from projections.dead_letter where projection = 'audittrail';
