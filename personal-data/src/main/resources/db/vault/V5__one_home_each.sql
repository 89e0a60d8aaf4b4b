-- Somebody has one home at a time: whoever could declare one after the other would try postcodes out. What was declared before this
-- keeps counting.
alter table vault.colleague_entry
  add column home_of text unique,
  add check (home_of is null or (relation = 'HOME' and home_of = staff));
