-- What it takes to see that a family was referred before. The projection is filled again from the events.
alter table projections.person_case
  add column previous uuid,
  add column closed_on date;
truncate projections.person_case, projections.person_referral;
delete from projections.position where projection = 'personsearch';
