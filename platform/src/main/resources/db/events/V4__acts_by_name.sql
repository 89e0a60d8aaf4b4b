-- In whose stream an emergency opening is, asked when it is judged.
create index domain_event_opening on events.domain_event ((payload ->> 'accessId'))
  where type = 'RecordAccess.BreakGlassUsed';
