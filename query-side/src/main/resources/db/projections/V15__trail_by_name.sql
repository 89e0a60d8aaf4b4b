-- The trail is asked by how who acted was called, besides by how they sign in.
create index audit_line_actor_name on projections.audit_line (lower(envelope ->> 'actorName'), epoch, tx, global_index);
