-- Days on which a referral must be looked at again. Derived from the events and filled again with them; only deadline_kept
-- is not, and losing it costs no more than looking twice.
create table reactions.deadline (
  referral_id uuid not null,
  due_on date not null,
  primary key (referral_id, due_on)
);
create index deadline_due on reactions.deadline (due_on, referral_id);

-- Children for whom a parent consented. Their date of birth stays in the vault, which answers only whether they are 18 yet.
create table reactions.coming_of_age (
  referral_id uuid not null,
  person_id uuid not null,
  primary key (referral_id, person_id)
);

create table reactions.deadline_kept (
  referral_id uuid not null,
  due_on date not null,
  kept_at timestamptz not null,
  primary key (referral_id, due_on)
);

grant usage on schema reactions to hub_projector;
grant select, insert, update, delete on reactions.deadline, reactions.coming_of_age, reactions.deadline_kept to hub_projector;
