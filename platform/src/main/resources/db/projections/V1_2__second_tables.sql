-- Where replays keep their second tables. Every process with projections has it, also one that brings no other read model; where
-- it was made before, nothing changes.
create schema if not exists replay;
grant usage, create on schema replay to hub_projector;
