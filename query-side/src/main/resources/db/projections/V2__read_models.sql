-- One table, or two, for each reader's question. They hold sealed texts only and can be filled again from the events.
create table projections.case_file (
  referral_id uuid primary key,
  version bigint not null,
  state json not null
);

create table projections.worklist (
  referral_id uuid primary key,
  version bigint not null,
  state json not null,
  reference text not null,
  team text not null,
  area text not null,
  received_on date not null,
  closed boolean not null
);
create index worklist_queue on projections.worklist (team, closed, received_on, referral_id);

create table projections.audit_line (
  epoch integer not null,
  tx bigint not null,
  global_index bigint not null,
  event_id uuid not null,
  referral_id uuid not null,
  type text not null,
  recorded_at timestamptz not null,
  payload json not null,
  envelope json not null,
  primary key (epoch, tx, global_index)
);
create index audit_line_case on projections.audit_line (referral_id, epoch, tx, global_index);

create table projections.sharing (
  sharing_id uuid primary key,
  referral_id uuid not null,
  recipient text not null,
  team text not null,
  shared_on date not null,
  access_until date not null,
  ended_on date,
  shared json not null,
  ended json,
  recalled json,
  acknowledged json
);
create index sharing_recipient on projections.sharing (recipient, shared_on, sharing_id);

create table projections.sharing_case (
  referral_id uuid primary key,
  version bigint not null,
  state json not null
);

create table projections.hub_meeting (
  meeting_id uuid primary key,
  team text not null,
  meets_on date not null,
  scheduled json not null,
  published boolean not null default false,
  held boolean not null default false,
  cancelled boolean not null default false,
  present json,
  apologies json
);

create table projections.hub_agenda_item (
  meeting_id uuid not null,
  referral_id uuid not null,
  reference text,
  removed text,
  primary key (meeting_id, referral_id)
);

create table projections.hub_interest (
  meeting_id uuid not null,
  referral_id uuid not null,
  member text not null,
  nature text not null,
  primary key (meeting_id, referral_id, member)
);

create table projections.hub_reference (
  referral_id uuid primary key,
  reference text not null
);

create table projections.service_offer (
  offer_id uuid primary key,
  registered json not null,
  name text not null,
  places integer not null,
  taken integer not null,
  withdrawn boolean not null
);

create table projections.person_referral (
  person_id uuid not null,
  referral_id uuid not null,
  reference text not null,
  team text not null,
  received_on date not null,
  primary key (person_id, referral_id)
);
create table projections.person_case (
  referral_id uuid primary key,
  reference text not null,
  team text not null,
  received_on date not null
);

grant select, insert, update, delete on
  projections.case_file, projections.worklist, projections.audit_line, projections.sharing, projections.sharing_case,
  projections.hub_meeting, projections.hub_agenda_item, projections.hub_interest, projections.hub_reference,
  projections.service_offer, projections.person_referral, projections.person_case
to hub_projector;
