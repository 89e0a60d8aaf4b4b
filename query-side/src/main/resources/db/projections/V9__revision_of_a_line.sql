-- In which shape a line's event is kept, so that lines from before an event changed its shape can still be read.
alter table projections.audit_line add column revision smallint not null default 1;
