-- Who may read what was shared is decided on the case's own events, so that nothing that is withdrawn stays open for as long as a
-- read model lags. What is kept here finds candidates, and so needs no whole case.
drop table projections.case_file;
delete from projections.position where projection = 'casefile';
delete from projections.dead_letter where projection = 'casefile';

drop table projections.sharing_case;
create table projections.sharing_team (
  referral_id uuid primary key,
  team text not null
);
truncate projections.sharing;
grant select, insert, update, delete on projections.sharing_team to hub_projector;
delete from projections.position where projection = 'sharingregister';
delete from projections.dead_letter where projection = 'sharingregister';

-- The queue, too, keeps only which cases stand in it.
alter table projections.worklist drop column state, drop column version, drop column reference;
