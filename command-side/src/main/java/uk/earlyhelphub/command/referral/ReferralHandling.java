package uk.earlyhelphub.command.referral;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.command.hubmeeting.HubMeeting;
import uk.earlyhelphub.command.hubmeeting.MeetingCommandHandler;
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
import uk.earlyhelphub.command.referral.consent.OverrideConsent;
import uk.earlyhelphub.command.referral.consent.ReachConsentReview;
import uk.earlyhelphub.command.referral.consent.RecordConsent;
import uk.earlyhelphub.command.referral.consent.RefuseConsent;
import uk.earlyhelphub.command.referral.consent.RequestConsent;
import uk.earlyhelphub.command.referral.consent.WithdrawConsent;
import uk.earlyhelphub.command.referral.deadline.KeepDeadlines;
import uk.earlyhelphub.command.referral.discuss.DiscussAtHub;
import uk.earlyhelphub.command.referral.discuss.PutReferralOnAgenda;
import uk.earlyhelphub.command.referral.discuss.TakeReferralOffAgenda;
import uk.earlyhelphub.command.referral.receive.AddPerson;
import uk.earlyhelphub.command.referral.receive.CorrectDetails;
import uk.earlyhelphub.command.referral.receive.GivePrivacyNotice;
import uk.earlyhelphub.command.referral.receive.LinkPerson;
import uk.earlyhelphub.command.referral.receive.ReceiveReferral;
import uk.earlyhelphub.command.referral.receive.RecordInformation;
import uk.earlyhelphub.command.referral.receive.UnlinkPerson;
import uk.earlyhelphub.command.referral.share.AcknowledgeRecall;
import uk.earlyhelphub.command.referral.share.RecallSharing;
import uk.earlyhelphub.command.referral.share.ShareData;
import uk.earlyhelphub.command.referral.stepup.AcknowledgeHandover;
import uk.earlyhelphub.command.referral.stepup.StepDownFromSocialCare;
import uk.earlyhelphub.command.referral.stepup.StepUpToSocialCare;
import uk.earlyhelphub.command.referral.triage.TriageReferral;
import uk.earlyhelphub.command.serviceoffer.OfferCommandHandler;
import uk.earlyhelphub.command.serviceoffer.ServiceOffer;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.personaldata.Vault;

/** Joins commands, aggregates and the bus. */
@Configuration(proxyBeanMethods = false)
class ReferralHandling {
    private static final List<Class<? extends ReferralCommand>> COMMANDS = List.of(
            ReceiveReferral.class,
            AddPerson.class,
            RecordInformation.class,
            CorrectDetails.class,
            LinkPerson.class,
            UnlinkPerson.class,
            GivePrivacyNotice.class,
            ReturnForInformation.class,
            SupplyInformation.class,
            RequestConsent.class,
            RecordConsent.class,
            RefuseConsent.class,
            WithdrawConsent.class,
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

    @Bean
    WorkingDays workingDays(@Value("${hub.bank-holidays:}") String file) throws IOException {
        return file.isBlank() ? WorkingDays.england() : WorkingDays.of(Files.readString(Path.of(file)));
    }

    @Bean
    SmartInitializingSingleton commandHandlers(
            EventStore events, CommandBus bus, Clock clock, WorkingDays calendar, Vault vault) {
        return () -> {
            Repository<Referral> referrals = repository(Referral.class, events);
            Repository<HubMeeting> meetings = repository(HubMeeting.class, events);
            Repository<ServiceOffer> offers = repository(ServiceOffer.class, events);
            new ReferralCommandHandler(
                            referrals,
                            meetings,
                            offers,
                            clock,
                            calendar,
                            person -> vault.isAdult(
                                    person, LocalDate.ofInstant(clock.instant(), ReferralCommandHandler.LONDON)))
                    .subscribe(bus, COMMANDS);
            new MeetingCommandHandler(
                            meetings,
                            event -> referrals.load(event.referralId().value()).execute(r -> r.happens(event)),
                            clock)
                    .subscribe(bus);
            new OfferCommandHandler(offers, clock).subscribe(bus);
        };
    }

    private static <T> Repository<T> repository(Class<T> type, EventStore events) {
        return EventSourcingRepository.builder(type).eventStore(events).build();
    }
}
