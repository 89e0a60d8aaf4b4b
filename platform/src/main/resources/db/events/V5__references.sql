-- A case is opened by the reference that people read out to each other, too. Costs other events nothing.
create index domain_event_reference on events.domain_event ((payload ->> 'reference'))
  where type = 'Referral.ReferralReceived';
