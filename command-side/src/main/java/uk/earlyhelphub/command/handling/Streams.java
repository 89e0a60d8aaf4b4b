package uk.earlyhelphub.command.handling;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.earlyhelphub.command.conflict.ConflictContext;
import uk.earlyhelphub.command.conflict.Conflicts;
import uk.earlyhelphub.command.connection.Connections;
import uk.earlyhelphub.command.emergency.EmergencyContext;
import uk.earlyhelphub.command.emergency.EmergencyStreams;
import uk.earlyhelphub.command.hubmeeting.HubMeetingRule;
import uk.earlyhelphub.command.hubmeeting.HubMeetings;
import uk.earlyhelphub.command.operation.DeadLetters;
import uk.earlyhelphub.command.operation.Replays;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.DecisionContext.Search;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.command.referral.allocate.AcceptAllocation;
import uk.earlyhelphub.command.referral.allocate.AllocateService;
import uk.earlyhelphub.command.referral.allocate.DeclineAllocation;
import uk.earlyhelphub.command.referral.allocate.EndService;
import uk.earlyhelphub.command.referral.allocate.StartService;
import uk.earlyhelphub.command.referral.clarify.ReturnForInformation;
import uk.earlyhelphub.command.referral.clarify.SupplyInformation;
import uk.earlyhelphub.command.referral.close.CloseReferral;
import uk.earlyhelphub.command.referral.close.InformReferrer;
import uk.earlyhelphub.command.referral.close.ReopenReferral;
import uk.earlyhelphub.command.referral.consent.AnswerObjection;
import uk.earlyhelphub.command.referral.consent.DecideConsentDispute;
import uk.earlyhelphub.command.referral.consent.OverrideConsent;
import uk.earlyhelphub.command.referral.consent.ReachConsentReview;
import uk.earlyhelphub.command.referral.consent.RecordConsent;
import uk.earlyhelphub.command.referral.consent.RecordObjection;
import uk.earlyhelphub.command.referral.consent.RefuseConsent;
import uk.earlyhelphub.command.referral.consent.RequestConsent;
import uk.earlyhelphub.command.referral.consent.WithdrawConsent;
import uk.earlyhelphub.command.referral.correct.CorrectDetails;
import uk.earlyhelphub.command.referral.correct.CorrectHousehold;
import uk.earlyhelphub.command.referral.correct.CorrectReferral;
import uk.earlyhelphub.command.referral.deadline.KeepDeadlines;
import uk.earlyhelphub.command.referral.discuss.DiscussAtHub;
import uk.earlyhelphub.command.referral.discuss.PutReferralOnAgenda;
import uk.earlyhelphub.command.referral.discuss.TakeReferralOffAgenda;
import uk.earlyhelphub.command.referral.information.RecordInformation;
import uk.earlyhelphub.command.referral.link.LinkPerson;
import uk.earlyhelphub.command.referral.link.UnlinkPerson;
import uk.earlyhelphub.command.referral.notice.GivePrivacyNotice;
import uk.earlyhelphub.command.referral.people.AddPerson;
import uk.earlyhelphub.command.referral.receive.ReceiveReferral;
import uk.earlyhelphub.command.referral.share.AcknowledgeRecall;
import uk.earlyhelphub.command.referral.share.RecallSharing;
import uk.earlyhelphub.command.referral.share.ShareData;
import uk.earlyhelphub.command.referral.stepup.AcknowledgeHandover;
import uk.earlyhelphub.command.referral.stepup.StepDownFromSocialCare;
import uk.earlyhelphub.command.referral.stepup.StepUpToSocialCare;
import uk.earlyhelphub.command.referral.triage.TriageReferral;
import uk.earlyhelphub.command.serviceoffer.ServiceOfferRule;
import uk.earlyhelphub.command.serviceoffer.ServiceOffers;
import uk.earlyhelphub.command.staffaccess.AccessContext.Post;
import uk.earlyhelphub.command.staffaccess.StaffAccesses;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.RecordsSearched;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.model.consent.Ages;
import uk.earlyhelphub.model.local.LocalLists;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Fold;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamDefinition;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Every stream on which people act, with its commands. A command that is missing here does not exist. */
public final class Streams {
    private static final List<Class<? extends ReferralCommand>> REFERRAL = List.of(
            ReceiveReferral.class,
            AddPerson.class,
            RecordInformation.class,
            CorrectDetails.class,
            CorrectReferral.class,
            CorrectHousehold.class,
            LinkPerson.class,
            UnlinkPerson.class,
            GivePrivacyNotice.class,
            ReturnForInformation.class,
            SupplyInformation.class,
            RequestConsent.class,
            RecordConsent.class,
            RefuseConsent.class,
            WithdrawConsent.class,
            RecordObjection.class,
            AnswerObjection.class,
            DecideConsentDispute.class,
            ReachConsentReview.class,
            KeepDeadlines.class,
            OverrideConsent.class,
            TriageReferral.class,
            PutReferralOnAgenda.class,
            TakeReferralOffAgenda.class,
            DiscussAtHub.class,
            AllocateService.class,
            AcceptAllocation.class,
            DeclineAllocation.class,
            StartService.class,
            EndService.class,
            ShareData.class,
            RecallSharing.class,
            AcknowledgeRecall.class,
            StepUpToSocialCare.class,
            StepDownFromSocialCare.class,
            AcknowledgeHandover.class,
            InformReferrer.class,
            CloseReferral.class,
            ReopenReferral.class);

    private final StreamDefinition<ReferralEvent, ReferralState, DecisionContext> referrals;
    private final List<StreamDefinition<?, ?, ?>> all;

    /**
     * @param local what this Hub was told of its own place
     * @param ages how old people are on a day
     * @param firstOf the event that began something
     * @param posts as whom somebody has acted with the Hub
     * @param impartiality what must hold of whoever acts in a case
     * @param readers what is known of those who act in person
     * @param running what is known of how the Hub runs
     */
    public Streams(
            WorkingDays calendar,
            LocalLists local,
            Ages ages,
            Function<String, Optional<RecordedEvent>> firstOf,
            Function<String, List<Post>> posts,
            Guard<ReferralState, DecisionContext> impartiality,
            Readers readers,
            Running running) {
        this.referrals = referrals(calendar, local, ages, firstOf, impartiality);
        var cases = new CasesOfReaders(referrals, ages, readers);
        this.all = List.of(
                referrals,
                HubMeetings.STREAM,
                ServiceOffers.STREAM,
                StaffAccesses.stream(posts),
                EmergencyStreams.stream(context -> new EmergencyContext(
                        context.state().and(readers.openedElsewhere(context.actor(), context.at())),
                        context.actor(),
                        context.at(),
                        id -> cases.find(id, context))),
                Conflicts.stream(context ->
                        new ConflictContext(context.state(), context.actor(), id -> cases.find(id, context))),
                Connections.stream(readers),
                Replays.stream(running::replayable),
                Replays.PLACES,
                DeadLetters.stream(running::held));
    }

    /** The stream of a referral. */
    public StreamDefinition<ReferralEvent, ReferralState, DecisionContext> referrals() {
        return referrals;
    }

    /** All of them. */
    public List<StreamDefinition<?, ?, ?>> all() {
        return all;
    }

    private static StreamDefinition<ReferralEvent, ReferralState, DecisionContext> referrals(
            WorkingDays calendar,
            LocalLists local,
            Ages ages,
            Function<String, Optional<RecordedEvent>> firstOf,
            Guard<ReferralState, DecisionContext> impartiality) {
        return new StreamDefinition<>(
                "Referral",
                ReferralEvent.class,
                event -> event.referralId().value(),
                ReferralState.NONE,
                Fold.ofEvents(ReferralState::after),
                Streams::mayKnow,
                ReferralTransitions::require,
                impartiality,
                context -> decisionContext(context, calendar, local, ages, firstOf),
                List.copyOf(REFERRAL));
    }

    private static DecisionContext decisionContext(
            CommandContext<ReferralState> context,
            WorkingDays calendar,
            LocalLists local,
            Ages ages,
            Function<String, Optional<RecordedEvent>> firstOf) {
        return new DecisionContext(
                context.state(),
                context.actor(),
                context.today(),
                calendar,
                local,
                id -> context.others()
                        .find(HubMeetings.STREAM, id.value())
                        .orElseThrow(() -> Refused.by(
                                HubMeetingRule.NO_SUCH_MEETING, "meetingId", "There is no such Hub meeting.")),
                id -> context.others()
                        .find(ServiceOffers.STREAM, id.value())
                        .orElseThrow(() -> Refused.by(
                                ServiceOfferRule.NO_SUCH_SERVICE,
                                "offerId",
                                "There is no such service in the directory.")),
                ages,
                context.at(),
                id -> search(id, firstOf));
    }

    private static Optional<Search> search(String id, Function<String, Optional<RecordedEvent>> firstOf) {
        return RecordId.isCanonical(id)
                ? firstOf.apply(id)
                        .map(event -> event.payload() instanceof RecordsSearched searched
                                ? new Search(
                                        String.valueOf(event.envelope().get(Actor.ID)),
                                        event.recordedAt(),
                                        searched.found())
                                : null)
                : Optional.empty();
    }

    /** The team that works the case, and outsiders as long as there is something in it that they can lay down. */
    private static boolean mayKnow(Actor actor, ReferralState state) {
        return switch (actor.role()) {
            case CASEWORKER, MANAGER, HUB_CHAIR -> ReferralCommand.worksFor(actor, state);
            case PROVIDER -> !state.allocations().liveOf(actor.organisation()).isEmpty();
            case PARTNER_AGENCY ->
                state.sharings().shared().stream()
                        .anyMatch(s ->
                                s.data().recipient().name().equals(actor.organisation()) && s.acknowledged() == null);
            default -> actor.role() == Role.SYSTEM;
        };
    }
}
