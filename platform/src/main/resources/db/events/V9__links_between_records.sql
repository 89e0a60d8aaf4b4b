-- Asked for at every look at a case and every act on it: whether other records recognise its people, whether a referral names it as
-- the one before, and what interests are declared in the family's other cases. It comes from the history itself, so that a bar holds
-- from the next look on. Nearly every case finds nothing; of other events these cost nothing.
create index domain_event_link_of on events.domain_event ((payload ->> 'personId'))
  where type in ('Referral.PersonLinked', 'Referral.PersonUnlinked');
create index domain_event_linked_to on events.domain_event ((payload ->> 'samePersonAs'))
  where type = 'Referral.PersonLinked';
create index domain_event_unlinked_from on events.domain_event ((payload ->> 'notTheSameAs'))
  where type = 'Referral.PersonUnlinked';
create index domain_event_person on events.domain_event ((payload ->> 'personId'))
  where type = 'Referral.PersonAdded';
create index domain_event_previous on events.domain_event ((payload ->> 'previousReferral'))
  where type = 'Referral.ReferralReceived' and payload ->> 'previousReferral' is not null;
create index domain_event_interest on events.domain_event ((payload ->> 'referralId'))
  where type in ('HubMeeting.InterestDeclared', 'HubMeeting.InterestDeclaredForMember', 'HubMeeting.InterestDeclarationCorrected');
create index domain_event_received on events.domain_event ((payload ->> 'referralId'))
  where type = 'Referral.ReferralReceived';
