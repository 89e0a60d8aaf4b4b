package uk.earlyhelphub.query.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.Caller;

/**
 * The one way to a case: the tie between reader and case is found, and the look is on record, before anything is revealed. Who
 * is refused gets the same answer as if there were nothing, after the same work, and the attempt is on record too.
 */
@Component
public class CaseAccess {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final AccessLedger ledger;
    private final Interests interests;
    private final Memberships memberships;

    private final Emergencies emergencies;
    private final Conflicts conflicts;
    private final Clock clock;

    CaseAccess(
            AccessLedger ledger,
            Interests interests,
            Memberships memberships,
            Emergencies emergencies,
            Conflicts conflicts,
            Clock clock) {
        this.clock = clock;
        this.conflicts = conflicts;
        this.emergencies = emergencies;
        this.ledger = ledger;
        this.interests = interests;
        this.memberships = memberships;
    }

    /**
     * Somebody who was let in, and by what right.
     *
     * @param scope whose texts they may be shown; it is what the entry says
     */
    public record Opened(
            Actor reader, ReferralState state, Relationship relationship, LoggedAccess access, DisclosureScope scope) {}

    /** What somebody asks to see. */
    public record Asked(Caller caller, Purpose purpose, String view) {}

    /** The referral that a path names. Throws "unknown", on record, if it can name none. */
    public ReferralId referral(Asked asked, String path) {
        if (!RecordId.isCanonical(path)) {
            throw refused(asked, null, RefusedBecause.NO_SUCH_RECORD);
        }
        return new ReferralId(path);
    }

    /**
     * Opens a case, or throws "unknown".
     *
     * @param state the case, if there is one
     * @param may which of the relationships see this view
     */
    public Opened open(Asked asked, ReferralId id, Optional<ReferralState> state, Predicate<Relationship> may) {
        if (state.isEmpty()) {
            throw refused(asked, id, RefusedBecause.NO_SUCH_RECORD);
        }
        var relationship = relationship(asked.caller().actor(), id, state.get()).filter(may);
        if (relationship.isEmpty()) {
            throw refused(asked, id, RefusedBecause.NO_TIE);
        }
        requireNoInterest(asked, id);
        requireNotClose(asked, id, state.get(), relationship.get());
        var reader = asked.caller().actor();
        var scope = DisclosureScope.of(
                relationship.get(), reader, state.get(), LocalDate.ofInstant(clock.instant(), LONDON));
        var access = ledger.opened(
                Reading.reader(asked.caller(), asked.purpose()),
                id,
                asked.view(),
                relationship.get().name(),
                scope.categories(),
                scope.people());
        return new Opened(reader, state.get(), relationship.get(), access, scope);
    }

    /** Throws a broken rule, on record, if the caller seems to be close to somebody in the case and has not said why they look. */
    private void requireNotClose(Asked asked, ReferralId id, ReferralState state, Relationship relationship) {
        var actor = asked.caller().actor();
        var emergency = emergencies.openFor(actor).filter(id::equals).isPresent();
        if (!relationship.seesContent() || emergency) {
            return;
        }
        var kinds = conflicts.in(actor, state);
        if (kinds.isEmpty() || Conflicts.canBeAnswered(kinds) && conflicts.answeredToday(actor, id)) {
            return;
        }
        ledger.conflictNoticed(Reading.reader(asked.caller(), asked.purpose()), id, asked.view(), kinds);
        if (!Conflicts.canBeAnswered(kinds)) {
            throw Colleagues.tooClose();
        }
        throw new Refused(
                Refused.Kind.FORBIDDEN,
                "conflict-possible",
                "Somebody in this record seems to be close to you. Give a reason first; the Data Protection Officer sees it.",
                null);
    }

    /** Throws "unknown", on record, if the caller declared an interest in the case. */
    public void requireNoInterest(Asked asked, ReferralId id) {
        if (interests.bar(asked.caller().actor(), id)) {
            throw refused(asked, id, RefusedBecause.INTEREST_DECLARED);
        }
    }

    /** Whether the caller's own tie to the case lets them read its texts, without any emergency. */
    public boolean seesContentAlready(Caller caller, ReferralId id, ReferralState state) {
        return tie(caller.actor(), id, state).filter(Relationship::seesContent).isPresent();
    }

    /** By what right an actor reads a case now, declared interests and emergencies considered. */
    public Optional<Relationship> relationshipOf(Actor actor, ReferralId id, ReferralState state) {
        return interests.bar(actor, id) ? Optional.empty() : relationship(actor, id, state);
    }

    private Optional<Relationship> relationship(Actor actor, ReferralId id, ReferralState state) {
        var tie = tie(actor, id, state);
        if (tie.filter(Relationship::seesContent).isPresent()) {
            return tie;
        }
        return emergencies
                .openFor(actor)
                .filter(id::equals)
                .map(open -> Relationship.BREAK_GLASS)
                .or(() -> tie);
    }

    private Optional<Relationship> tie(Actor actor, ReferralId id, ReferralState state) {
        var own = Relationship.of(actor, state);
        return own.isPresent() || !memberships.prepares(actor, id, state) ? own : Optional.of(Relationship.HUB_MEMBER);
    }

    /** Records that somebody was refused; answers what to throw. */
    public Refused refused(Asked asked, @Nullable ReferralId id, RefusedBecause because) {
        ledger.refused(Reading.reader(asked.caller(), asked.purpose()), id, asked.view(), because);
        return Refused.unknown();
    }
}
