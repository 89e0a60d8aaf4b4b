-- A key is its user's own: what somebody else did with the same one makes no difference, and cannot be told.
alter table events.command_receipt drop constraint command_receipt_pkey;
alter table events.command_receipt add constraint command_receipt_pkey primary key (command_id, actor);

-- What earlier commands made has ids that follow from actor and key; a repeat of such a command has to name the same things.
alter table events.command_receipt add column secret_ids boolean not null default false;
alter table events.command_receipt alter column secret_ids set default true;
