-- Whether somebody was recorded in a household or only recognised as one of its people: a recognition that proves wrong goes, a member
-- stays. It is filled again from the history.
alter table projections.person_referral add column member boolean not null default false;
truncate projections.person_case, projections.person_referral;
delete from projections.position where projection = 'personsearch';
delete from projections.dead_letter where projection = 'personsearch';
