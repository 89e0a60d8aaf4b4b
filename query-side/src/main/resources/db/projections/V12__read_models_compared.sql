-- What came of holding each read model against a replay of the history, which the Hub does by itself at quiet hours. Numbers and keys
-- of rows only. The second tables are apart from those of a replay that somebody asked for, so that neither waits for the other.
create schema if not exists comparison;
grant usage, create on schema comparison to hub_projector;

create table projections.comparison (
  projection text primary key,
  compared_at timestamptz not null,
  events bigint not null,
  differing bigint not null,
  differences json not null
);
grant select, insert, update on projections.comparison to hub_projector;
