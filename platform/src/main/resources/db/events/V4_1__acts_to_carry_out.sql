-- What somebody asked for and a process has to carry out: asked for every moment by those that do.
create index domain_event_to_carry_out on events.domain_event (recorded_at)
  where type in ('Operation.ReplayRequested', 'Operation.DeadLettersRetryAsked', 'Operation.ParkedEventsSetAside');
