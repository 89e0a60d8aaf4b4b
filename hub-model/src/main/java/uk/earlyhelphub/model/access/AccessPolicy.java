package uk.earlyhelphub.model.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.model.access.AccessDecision.Denied;
import uk.earlyhelphub.model.access.AccessDecision.Granted;
import uk.earlyhelphub.model.referral.Allocations.Allocation;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.referral.Sharings.Sharing;

/**
 * Who may see what of a case. Pure: a reader and a case, both at one instant, lead to one decision. Live reading, the account of
 * what somebody could have seen, packs and searches all ask here, and differ only in where their facts come from. Whatever is
 * not granted is denied.
 */
public final class AccessPolicy {
    private AccessPolicy() {}

    /** Whether a reader may see a case, by what right, and how much of it. */
    public static AccessDecision decide(ReaderFacts reader, CaseFacts facts) {
        var barred = barred(reader, facts);
        if (barred != null) {
            return barred;
        }
        var own = own(reader.actor(), facts);
        if (reader.emergencyOpen()
                && own.granted().filter(g -> g.right().seesContent()).isEmpty()) {
            var shown = own.granted().map(g -> g.scope().people()).orElse(List.of());
            return unlessTooClose(
                    reader,
                    facts,
                    new Granted(AccessRight.BREAK_GLASS, DisclosureScope.everything(facts.state())),
                    shown);
        }
        return own instanceof Granted granted ? unlessTooClose(reader, facts, granted) : own;
    }

    /**
     * Whether a reader, as a provider, has to do with one allocation: only if it is theirs, goes on, and the family lets it. By it is
     * decided who acts on it, as by {@link #decide} who reads.
     */
    public static AccessDecision decideAllocation(ReaderFacts reader, CaseFacts facts, AllocationId id) {
        var barred = barred(reader, facts);
        if (barred != null) {
            return barred;
        }
        var granted = reader.actor().role() == Role.PROVIDER
                ? provider(reader.actor(), facts, a -> a.allocationId().equals(id))
                : Optional.<Granted>empty();
        return granted.isPresent() ? unlessTooClose(reader, facts, granted.get()) : new Denied(AccessDenial.NO_TIE);
    }

    /**
     * Whether an allocation may stand in a list of what a reader's organisation was offered: also one that it declined or ended, or
     * that the family no longer lets go on, because it has to answer for it. It shows nobody; whether the case opens, {@link
     * #decideAllocation} says. Whoever is barred from the case, or too close to it, is not told of it there either, and no
     * organisation that the family excluded.
     */
    public static AccessDecision decideAllocationInList(ReaderFacts reader, CaseFacts facts, AllocationId id) {
        var own = facts.state()
                .allocations()
                .find(id)
                .filter(a -> a.allocated().provider().equals(reader.actor().organisation()));
        if (reader.actor().role() != Role.PROVIDER || own.isEmpty()) {
            return new Denied(AccessDenial.NO_TIE);
        }
        var barred = barred(reader, facts);
        if (barred != null) {
            return barred;
        }
        if (isExcluded(reader.actor(), facts.state())) {
            return new Denied(AccessDenial.AGENCY_EXCLUDED);
        }
        return unlessTooClose(
                withReason(reader), facts, new Granted(AccessRight.PROVIDER, DisclosureScope.ofOwnAnswers()));
    }

    /** Whether a case opens to a provider by one allocation, if need be once they give a reason: what a list says of it. */
    public static boolean opensByAllocation(ReaderFacts reader, CaseFacts facts, AllocationId id) {
        return decideAllocation(withReason(reader), facts, id).granted().isPresent();
    }

    /**
     * Everybody in a case, and whom they were recognised as, here or in other records: of all of these it is asked whether a reader is
     * close to them.
     */
    public static List<PersonId> everybodyConcerned(CaseFacts facts) {
        return Stream.concat(
                        inItsRecord(facts.state()),
                        facts.ties().sameAs().values().stream().flatMap(Set::stream))
                .distinct()
                .toList();
    }

    /** The people of a case and whom its own record recognised them as; what other records know is not asked. */
    static Stream<PersonId> inItsRecord(ReferralState state) {
        return state.household().people().stream()
                .flatMap(p -> Stream.concat(Stream.of(p.personId()), p.sameAs().stream()));
    }

    /**
     * Whether a case may stand in a reader's list: as {@link #decide}, except that a case which opens once they give a reason is in
     * it, or they could not give one.
     */
    public static AccessDecision decideInList(ReaderFacts reader, CaseFacts facts) {
        return decide(withReason(reader), facts);
    }

    /** As {@link #decideInList}, for a list of what was shared. */
    public static AccessDecision decideSharedInList(ReaderFacts reader, CaseFacts facts, SharingId id) {
        return decideShared(withReason(reader), facts, id);
    }

    private static ReaderFacts withReason(ReaderFacts reader) {
        return new ReaderFacts(reader.actor(), reader.accessEnded(), reader.closeTo(), true, reader.emergencyOpen());
    }

    /**
     * Whether a reader may see one thing that was shared, as it was shared: only its recipient, and only as long as its access
     * is open and what it rests on covers every one of the people.
     */
    public static AccessDecision decideShared(ReaderFacts reader, CaseFacts facts, SharingId id) {
        var sharing = facts.state().sharings().find(id);
        if (sharing.isEmpty() || !isRecipient(reader.actor(), sharing.get())) {
            return new Denied(AccessDenial.NO_TIE);
        }
        var barred = barred(reader, facts);
        if (barred != null) {
            return barred;
        }
        if (!mayStillRead(sharing.get(), facts)) {
            return new Denied(AccessDenial.SHARING_ENDED);
        }
        return unlessTooClose(
                reader, facts, new Granted(AccessRight.RECIPIENT, DisclosureScope.asShared(List.of(sharing.get()))));
    }

    /** Whether the family let a sharing go on, and nobody ended it: whoever asks. */
    public static boolean mayStillRead(Sharing sharing, CaseFacts facts) {
        var day = facts.day();
        return sharing.open(day)
                && sharing.recalled() == null
                && facts.coverage().stillCovers(sharing.data(), day);
    }

    /**
     * Whether an interest of a reader is declared in a case, at any meeting on whose agenda it stands or stood, or in another case of
     * the same family: what somebody has to do with a family does not end where one of its referrals does.
     */
    public static boolean hasInterest(Actor actor, CaseFacts facts) {
        return facts.ties().hasInterest(actor)
                || facts.meetings().values().stream().anyMatch(m -> m.hasInterest(actor.id(), facts.id()));
    }

    /**
     * Whether a case is shut to a reader for good, whatever their office: an interest of theirs is declared, or it is their own record
     * or their family's. For registers, of which everybody else's entries are shown to them.
     */
    public static boolean isShut(ReaderFacts reader, CaseFacts facts) {
        return hasInterest(reader.actor(), facts)
                || !reader.bars(facts.state().household().people(), facts.ties())
                        .isEmpty();
    }

    /** Every meeting on whose agenda a case stands or stood. */
    public static Set<MeetingId> meetingsOf(ReferralState state) {
        var hub = state.hub();
        return Stream.of(
                        Stream.ofNullable(hub.agenda()),
                        hub.discussions().stream().flatMap(d -> Stream.ofNullable(d.meetingId())),
                        hub.removals().stream().flatMap(r -> Stream.ofNullable(r.meetingId())))
                .flatMap(meetings -> meetings)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static @Nullable Denied barred(ReaderFacts reader, CaseFacts facts) {
        if (reader.accessEnded()) {
            return new Denied(AccessDenial.STAFF_ACCESS_ENDED);
        }
        return hasInterest(reader.actor(), facts) ? new Denied(AccessDenial.INTEREST_DECLARED) : null;
    }

    private static AccessDecision unlessTooClose(ReaderFacts reader, CaseFacts facts, Granted granted) {
        return unlessTooClose(reader, facts, granted, granted.scope().people());
    }

    /**
     * A bar for good counts over the whole household, whomever of it the reader is shown, and over every right: a case is one family's.
     * A warning, which a reason lifts, counts over those whom they are shown, so that nothing can be learned of the others.
     *
     * @param shown whom the reader's own tie shows to them; a bar by anybody else they are not told
     */
    private static AccessDecision unlessTooClose(
            ReaderFacts reader, CaseFacts facts, Granted granted, List<PersonId> shown) {
        var household = facts.state().household().people();
        var bars = reader.bars(household, facts.ties());
        if (!bars.isEmpty()) {
            // Their own record nobody opens to themselves. A child of their family may need them tonight.
            if (reader.emergencyOpen() && granted.right().seesContent() && !bars.contains(ConflictKind.OWN_RECORD)) {
                return new Granted(AccessRight.RELATIVE_IN_EMERGENCY, DisclosureScope.withoutWhoSpoke(facts.state()));
            }
            var known =
                    household.stream().filter(p -> shown.contains(p.personId())).toList();
            return new Denied(
                    reader.bars(known, facts.ties()).isEmpty() ? AccessDenial.TOO_CLOSE_UNSEEN : AccessDenial.TOO_CLOSE,
                    bars);
        }
        var warnings = reader.warnings(household, granted.scope());
        if (warnings.isEmpty() || reader.emergencyOpen() || reader.reasonGiven()) {
            return granted;
        }
        return new Denied(AccessDenial.REASON_NEEDED, warnings);
    }

    /** What the reader's own role and tie give, without any emergency. */
    private static AccessDecision own(Actor actor, CaseFacts facts) {
        var state = facts.state();
        return switch (actor.role()) {
            case CASEWORKER, MANAGER, HUB_CHAIR ->
                state.intake().arrival().team().equals(actor.team())
                        ? new Granted(AccessRight.TEAM, DisclosureScope.everything(state))
                        : member(actor, facts);
            case PROVIDER ->
                provider(actor, facts, a -> true).<AccessDecision>map(g -> g).orElseGet(() -> member(actor, facts));
            case PARTNER_AGENCY -> {
                var member = member(actor, facts);
                yield member instanceof Granted
                        ? member
                        : recipient(actor, facts).<AccessDecision>map(g -> g).orElse(member);
            }
            case DATA_PROTECTION_OFFICER -> new Granted(AccessRight.DATA_PROTECTION, DisclosureScope.withoutTexts());
            case INVESTIGATOR -> new Granted(AccessRight.INVESTIGATION, DisclosureScope.withoutTexts());
            case AUDITOR -> new Granted(AccessRight.AUDIT, DisclosureScope.withoutTexts());
            case FAMILY, ADMINISTRATOR, SYSTEM -> new Denied(AccessDenial.OFFICE_SEES_NO_CASES);
        };
    }

    /** A provider sees those whom it works with now and whose consent to that nobody took back; after closure nobody. */
    private static Optional<Granted> provider(Actor actor, CaseFacts facts, Predicate<Allocation> of) {
        var state = facts.state();
        if (state.ending().closed() != null || isExcluded(actor, state)) {
            return Optional.empty();
        }
        var people = state.allocations().liveOf(actor.organisation()).stream()
                .filter(of)
                .flatMap(a -> a.allocated().people().stream())
                .distinct()
                .filter(p -> facts.coverage().mayGoOn(p, ConsentPurpose.ALLOCATE_SERVICE, facts.day()))
                .toList();
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(new Granted(
                        AccessRight.PROVIDER,
                        DisclosureScope.forVisiting(
                                people,
                                everybody(state).stream()
                                        .allMatch(p -> facts.coverage()
                                                .mayGoOn(p, ConsentPurpose.ALLOCATE_SERVICE, facts.day())))));
    }

    /**
     * Whether somebody prepares a meeting for which this case is meant: called to it, with the case on its published agenda now,
     * before it is held or cancelled, and not of an organisation that the family excluded. They see those whom consent, or a
     * recorded gateway, lets the Hub discuss (R9), and nothing as long as the child is not one of them: a case is about the child.
     */
    private static AccessDecision member(Actor actor, CaseFacts facts) {
        var state = facts.state();
        var agenda = state.hub().agenda();
        var meeting = agenda == null ? null : facts.meetings().get(agenda);
        if (meeting == null
                || meeting.held()
                || meeting.cancelled()
                || !meeting.published()
                || !meeting.items().contains(facts.id())
                || !meeting.isMember(actor.id())) {
            return new Denied(AccessDenial.NO_TIE);
        }
        if (isExcluded(actor, state)) {
            return new Denied(AccessDenial.AGENCY_EXCLUDED);
        }
        var covered = facts.coverage().covered(ConsentPurpose.DISCUSS_AT_HUB, facts.day());
        if (!covered.contains(state.intake().child())) {
            return new Denied(AccessDenial.NO_TIE);
        }
        return new Granted(
                AccessRight.HUB_MEMBER, DisclosureScope.forTheTable(covered, covered.containsAll(everybody(state))));
    }

    private static List<PersonId> everybody(ReferralState state) {
        return state.household().people().stream().map(p -> p.personId()).toList();
    }

    private static Optional<Granted> recipient(Actor actor, CaseFacts facts) {
        var open = facts.state().sharings().shared().stream()
                .filter(s -> isRecipient(actor, s) && mayStillRead(s, facts))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Granted(AccessRight.RECIPIENT, DisclosureScope.asShared(open)));
    }

    private static boolean isRecipient(Actor actor, Sharing sharing) {
        return actor.role() == Role.PARTNER_AGENCY
                && sharing.data().recipient().name().equals(actor.organisation());
    }

    /** Whether the family asked that somebody's organisation should not learn of the case. */
    public static boolean isExcluded(Actor actor, ReferralState state) {
        return state.intake().arrival().excludedAgencies().stream()
                .map(Agency::name)
                .anyMatch(actor.organisation()::equals);
    }
}
