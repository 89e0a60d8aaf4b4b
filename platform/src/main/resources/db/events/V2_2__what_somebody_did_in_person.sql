-- Asked for at every look at a case: whether the reader has it open in an emergency, or said today why they look. It comes from
-- the history itself, so that it holds from the next look on. Costs other events nothing.
create index domain_event_reader_acts on events.domain_event ((metadata ->> 'actorId'), recorded_at)
  where type in ('RecordAccess.BreakGlassUsed', 'RecordAccess.ConflictReasonGiven');

-- Where something that was shared belongs, asked at every look of its recipient.
create index domain_event_shared on events.domain_event ((payload ->> 'sharingId'))
  where type = 'Referral.DataShared';
