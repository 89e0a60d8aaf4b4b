package uk.earlyhelphub.command.handling;

import java.util.HashMap;
import java.util.Optional;
import uk.earlyhelphub.command.hubmeeting.HubMeetings;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.access.CaseFacts;
import uk.earlyhelphub.model.access.ReaderAtCase;
import uk.earlyhelphub.model.access.ReaderFacts;
import uk.earlyhelphub.model.consent.Ages;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.StreamDefinition;

/** Finds how the sender of a command stands before a case, from the case's own events and those of its meetings. */
final class CasesOfReaders {
    private final StreamDefinition<ReferralEvent, ReferralState, DecisionContext> referrals;
    private final Ages ages;
    private final Readers readers;

    CasesOfReaders(
            StreamDefinition<ReferralEvent, ReferralState, DecisionContext> referrals, Ages ages, Readers readers) {
        this.referrals = referrals;
        this.ages = ages;
        this.readers = readers;
    }

    /** The sender before a case; nothing if there is no such case. */
    Optional<ReaderAtCase> find(ReferralId id, CommandContext<?> context) {
        return context.others().glance(referrals, id.value()).map(state -> before(state, id, context));
    }

    private ReaderAtCase before(ReferralState state, ReferralId id, CommandContext<?> context) {
        var meetings = new HashMap<MeetingId, HubMeetingState>();
        AccessPolicy.meetingsOf(state)
                .forEach(meeting -> context.others()
                        .glance(HubMeetings.STREAM, meeting.value())
                        .ifPresent(held -> meetings.put(meeting, held)));
        var actor = context.actor();
        var facts = new CaseFacts(state, meetings, readers.ties(state), context.at(), ages);
        var acts = readers.acts(actor, context.at());
        var reader = new ReaderFacts(
                actor,
                false,
                readers.closeTo(actor, AccessPolicy.everybodyConcerned(facts)),
                acts.reasonsAt(context.at()).contains(id),
                acts.emergencies().openAt(context.at()).contains(id));
        return new ReaderAtCase(reader, facts);
    }
}
