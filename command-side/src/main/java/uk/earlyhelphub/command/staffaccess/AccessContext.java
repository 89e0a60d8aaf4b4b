package uk.earlyhelphub.command.staffaccess;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.model.staffaccess.StaffAccessState;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * How things stand when somebody's access is to end or to be restored.
 *
 * @param posts as whom somebody has acted with the Hub
 */
public record AccessContext(StaffAccessState state, Actor actor, Function<String, List<Post>> posts) {

    private static final Set<Role> OFFICES =
            Set.of(Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR, Role.INVESTIGATOR);

    /** In one role for one organisation. */
    public record Post(Role role, String organisation) {}

    /**
     * Nobody shuts themselves out, and nobody lets themselves in again. A manager acts within their own organisation, where those are
     * not theirs who watch over the Hub or run it: the Data Protection Officer and an administrator end and restore these. Of others a
     * manager is told nothing.
     */
    void requireTheirs(String staff) {
        if (actor.id().equals(staff)) {
            throw Refused.by(CommonRule.NOT_FOR_ONESELF, "Somebody else must end or restore your own access.");
        }
        if (actor.role() == Role.MANAGER) {
            var known = posts.apply(staff);
            if (known.isEmpty() || !known.stream().allMatch(this::isColleague)) {
                throw Refused.unknown();
            }
        }
    }

    /** Whether anybody by this id has ever come to the Hub, be it to look only. */
    boolean hasSeen(String staff) {
        return !posts.apply(staff).isEmpty();
    }

    private boolean isColleague(Post post) {
        return post.organisation().equals(actor.organisation()) && !OFFICES.contains(post.role());
    }
}
