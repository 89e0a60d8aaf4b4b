package uk.earlyhelphub.command.staffaccess;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.command.staffaccess.AccessContext.Post;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.web.CallerSeen;

/** Keeps for whom and in which role people have acted with the Hub: everything they do, each look included, is an event. */
@Component
public final class KnownStaff implements Projection, CallerSeen {
    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcTemplate lookup;
    private final Set<Actor> remembered = ConcurrentHashMap.newKeySet();

    KnownStaff(Databases databases) {
        this.lookup = new JdbcTemplate(databases.projector());
    }

    /** As whom somebody has acted; nothing if they never did. */
    public List<Post> posts(String staff) {
        return lookup.query(
                "select role, organisation from reactions.known_staff where staff = ?"
                        + " union select role, organisation from reactions.staff_seen where staff = ?",
                (row, n) -> new Post(Role.valueOf(row.getString(1)), row.getString(2)),
                staff,
                staff);
    }

    @Override
    public String name() {
        return "knownstaff";
    }

    @Override
    public List<String> tables() {
        return List.of("reactions.known_staff");
    }

    @Override
    public List<String> notes() {
        return List.of("reactions.staff_seen");
    }

    /** Whoever has not done anything yet is known by their token. */
    @Override
    public void seen(Actor actor) {
        if (actor.role() == Role.FAMILY || remembered.contains(actor)) {
            return;
        }
        lookup.update(
                "insert into reactions.staff_seen (staff, role, organisation) values (?, ?, ?) on conflict do nothing",
                actor.id(),
                actor.role().name(),
                actor.organisation());
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.add(actor);
        }
    }

    @Override
    public boolean concerns(RecordedEvent event) {
        return true;
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        var seen = new LinkedHashSet<List<String>>();
        for (var event : events) {
            var envelope = event.envelope();
            var role = String.valueOf(envelope.get(Actor.ROLE));
            if (!role.equals(Role.SYSTEM.name()) && !role.equals(Role.FAMILY.name())) {
                seen.add(List.of(
                        String.valueOf(envelope.get(Actor.ID)),
                        role,
                        String.valueOf(envelope.get(Actor.ORGANISATION))));
            }
        }
        seen.forEach(post -> tables.update(
                "insert into known_staff (staff, role, organisation) values (?, ?, ?) on conflict do nothing",
                post.get(0),
                post.get(1),
                post.get(2)));
    }
}
