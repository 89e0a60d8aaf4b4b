-- Asked for at every start, before anything is served. Costs other events nothing.
create index domain_event_destroyed_keys on events.domain_event (aggregate_id)
  where type = 'PersonKey.PersonKeyDestroyed';
