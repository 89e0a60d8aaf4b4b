package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.as;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;
import static uk.earlyhelphub.endtoend.RunningHub.refusal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.hubmeeting.MeetingApi;
import uk.earlyhelphub.api.hubmeeting.MeetingApi.AttendanceForm;
import uk.earlyhelphub.api.hubmeeting.MeetingApi.InterestCorrectionForm;
import uk.earlyhelphub.api.hubmeeting.MeetingApi.InterestForm;
import uk.earlyhelphub.api.referral.ClarifyingApi;
import uk.earlyhelphub.api.referral.ClarifyingApi.ReturnForm;
import uk.earlyhelphub.api.referral.ClarifyingApi.SupplyForm;
import uk.earlyhelphub.api.referral.ClosingApi;
import uk.earlyhelphub.api.referral.ClosingApi.InformForm;
import uk.earlyhelphub.api.referral.ConsentApi;
import uk.earlyhelphub.api.referral.ConsentApi.CompetenceForm;
import uk.earlyhelphub.api.referral.ConsentApi.ConsentForm;
import uk.earlyhelphub.api.referral.ConsentApi.OverrideForm;
import uk.earlyhelphub.api.referral.ConsentApi.RefusalForm;
import uk.earlyhelphub.api.referral.ConsentApi.RequestForm;
import uk.earlyhelphub.api.referral.ConsentApi.ReviewForm;
import uk.earlyhelphub.api.referral.DiscussionApi;
import uk.earlyhelphub.api.referral.DiscussionApi.AgendaForm;
import uk.earlyhelphub.api.referral.InformationApi;
import uk.earlyhelphub.api.referral.InformationApi.MoreInformationForm;
import uk.earlyhelphub.api.referral.LinkApi;
import uk.earlyhelphub.api.referral.LinkApi.LinkForm;
import uk.earlyhelphub.api.referral.NoticeApi;
import uk.earlyhelphub.api.referral.NoticeApi.NoticeForm;
import uk.earlyhelphub.api.referral.ReceivingApi;
import uk.earlyhelphub.api.referral.SharingApi;
import uk.earlyhelphub.api.referral.TriageApi;
import uk.earlyhelphub.api.referral.TriageApi.TriageForm;
import uk.earlyhelphub.api.serviceoffer.ServiceOfferApi;
import uk.earlyhelphub.api.serviceoffer.ServiceOfferApi.OfferWithdrawalForm;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.AnswerMethod;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.Gateway;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.ReviewCause;

/** What is wrong with a well-shaped form, and only the case itself shows: each is refused with the code that the contract names. */
class RefusedFormsTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final CommandHeaders ONCE = CommandHeaders.none();
    private static final String NOTHING = "0b7e9d6a-51c4-4a53-9a7e-2f3f6f0f6a10";

    private String referral = "";
    private String leo = "";
    private String mia = "";
    private String mum = "";
    private String dad = "";

    @BeforeEach
    void receive() {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Leo O'Brien\"}");
        var made = as("amy").api(ReceivingApi.class).receive(ONCE, OBriens.form(search.text("searchId"), TODAY));
        referral = Objects.requireNonNull(made.getBody()).id();
        var people = get("amy", "/api/referrals/" + referral).json().get("people");
        leo = people.get(0).get("personId").asString();
        mia = people.get(1).get("personId").asString();
        mum = people.get(3).get("personId").asString();
        dad = people.get(4).get("personId").asString();
    }

    private static void refused(String code, Runnable call) {
        assertThat(refusal(call).code()).isEqualTo(code);
    }

    @Test
    void what_happened_lies_behind_and_what_is_to_come_ahead() {
        refused(
                "date-ahead",
                () -> as("amy")
                        .api(InformationApi.class)
                        .record(
                                referral,
                                ONCE,
                                new MoreInformationForm(
                                        leo, InformationCategory.ATTENDANCE, "rate", "71", "School", TOMORROW)));
        refused(
                "date-ahead",
                () -> as("amy")
                        .api(NoticeApi.class)
                        .give(referral, ONCE, new NoticeForm(mum, "n5", "letter", TOMORROW)));
        refused(
                "date-ahead",
                () -> as("amy")
                        .api(ClosingApi.class)
                        .inform(referral, ONCE, new InformForm(InformMethod.PHONE, null, TOMORROW)));
        refused(
                "date-ahead",
                () -> as("amy")
                        .api(TriageApi.class)
                        .triage(referral, ONCE, new TriageForm(LevelOfNeed.ADDITIONAL, "Two needs.", TOMORROW)));
        var clarifying = as("amy").api(ClarifyingApi.class);
        refused("date-past", () -> clarifying.ask(referral, ONCE, new ReturnForm(List.of("gp"), null, YESTERDAY)));
        refused(
                "date-ahead",
                () -> clarifying.supply(referral, ONCE, new SupplyForm(List.of("gp"), null, TOMORROW, null)));
        var consents = as("amy").api(ConsentApi.class);
        refused("date-ahead", () -> consents.request(referral, ONCE, request(TOMORROW, TODAY.plusDays(9))));
        refused("date-past", () -> consents.request(referral, ONCE, request(TODAY, YESTERDAY)));
        refused(
                "date-past",
                () -> as("amy")
                        .api(SharingApi.class)
                        .share(
                                referral,
                                ONCE,
                                OBriens.sharing(Agency.CAMHS, leo, InformationCategory.ATTENDANCE, YESTERDAY)));
    }

    private RequestForm request(LocalDate on, LocalDate by) {
        return new RequestForm(leo, List.of(ConsentPurpose.DISCUSS_AT_HUB), on, by);
    }

    private ConsentForm consent(@Nullable String id, String person, String by, Capacity capacity) {
        return new ConsentForm(
                id,
                person,
                List.of(ConsentPurpose.DISCUSS_AT_HUB),
                null,
                null,
                by,
                capacity,
                null,
                AnswerMethod.SIGNED_FORM,
                "w3",
                "n5",
                TODAY,
                TODAY.plusMonths(6));
    }

    private RefusalForm no(@Nullable String id, String person, String by, Capacity capacity, LocalDate on) {
        return new RefusalForm(id, person, List.of(ConsentPurpose.DISCUSS_AT_HUB), by, capacity, null, on, null);
    }

    @Test
    void only_who_may_answer_answers_and_once() {
        var consents = as("amy").api(ConsentApi.class);
        var parent = Capacity.PARENTAL_RESPONSIBILITY;
        var adult = Capacity.ADULT_FOR_SELF;
        var child = Capacity.ASSESSED_COMPETENT;
        refused(
                "parental-responsibility-required",
                () -> consents.give(referral, ONCE, consent(null, leo, dad, parent)));
        refused("answers-for-self", () -> consents.give(referral, ONCE, consent(null, leo, mum, adult)));
        refused("competence-required", () -> consents.give(referral, ONCE, consent(null, leo, leo, adult)));
        refused("answers-for-self", () -> consents.give(referral, ONCE, consent(null, mia, mum, child)));
        refused(
                "parental-responsibility-required",
                () -> consents.refuse(referral, ONCE, no(null, leo, dad, parent, TODAY)));
        refused("answers-for-self", () -> consents.refuse(referral, ONCE, no(null, leo, mum, adult, TODAY)));
        refused("competence-required", () -> consents.refuse(referral, ONCE, no(null, leo, leo, adult, TODAY)));
        refused("answers-for-self", () -> consents.refuse(referral, ONCE, no(null, mia, mum, child, TODAY)));
        refused("date-ahead", () -> consents.refuse(referral, ONCE, no(null, leo, mum, parent, TOMORROW)));

        var asked = Objects.requireNonNull(consents.request(referral, ONCE, request(TODAY, TODAY.plusDays(9)))
                        .getBody())
                .id();
        refused("consent-of-another-person", () -> consents.give(referral, ONCE, consent(asked, mia, mum, parent)));
        refused("consent-of-another-person", () -> consents.refuse(referral, ONCE, no(asked, mia, mum, parent, TODAY)));
        consents.give(referral, ONCE, consent(asked, leo, mum, parent));
        refused("already-answered", () -> consents.give(referral, ONCE, consent(asked, leo, mum, parent)));
        refused("already-answered", () -> consents.refuse(referral, ONCE, no(asked, leo, mum, parent, TODAY)));
        refused(
                "not-an-adult",
                () -> consents.review(referral, ONCE, new ReviewForm(asked, leo, ReviewCause.TURNED_18, TODAY)));
        consents.refuse(
                referral,
                ONCE,
                new RefusalForm(
                        null,
                        mia,
                        List.of(ConsentPurpose.DISCUSS_AT_HUB),
                        mia,
                        child,
                        new CompetenceForm("amy", "Mia explained it in her own words."),
                        TODAY,
                        null));
        refused("child-refused", () -> consents.give(referral, ONCE, consent(null, mia, mum, parent)));
        refused(
                "no-such-meeting",
                () -> as("amy").api(DiscussionApi.class).putOnAgenda(referral, ONCE, new AgendaForm(NOTHING)));
    }

    @Test
    void a_gateway_has_its_conditions() {
        var consents = as("maya").api(ConsentApi.class);
        refused("date-past", () -> consents.override(referral, ONCE, gateway(null, YESTERDAY)));
        refused(
                "gateway-not-available",
                () -> consents.override(referral, ONCE, gateway(Article9Condition.EXPLICIT_CONSENT, TOMORROW)));
        refused(
                "safeguarding-reason-required",
                () -> consents.override(
                        referral, ONCE, gateway(Article9Condition.SUBSTANTIAL_PUBLIC_INTEREST, TOMORROW)));
    }

    private OverrideForm gateway(@Nullable Article9Condition condition, LocalDate until) {
        return new OverrideForm(
                List.of(leo),
                List.of(ConsentPurpose.DISCUSS_AT_HUB),
                null,
                Gateway.PUBLIC_TASK,
                "Children Act 2004, section 10",
                condition,
                null,
                "Asking first would put the child at risk.",
                until);
    }

    @Test
    void a_link_is_between_two_records_that_a_search_has_shown() {
        var links = as("amy").api(LinkApi.class);
        refused("same-record", () -> links.link(referral, ONCE, new LinkForm(leo, leo, "The same.", NOTHING)));
        refused("search-first", () -> links.link(referral, ONCE, new LinkForm(leo, NOTHING, "The same.", NOTHING)));
    }

    @Test
    void a_meeting_is_called_published_and_attended_in_order() {
        var meetings = as("carol").api(MeetingApi.class);
        refused("date-past", () -> meetings.schedule(ONCE, OBriens.meeting(YESTERDAY)));
        var meeting = Objects.requireNonNull(
                        meetings.schedule(ONCE, OBriens.meeting(TODAY)).getBody())
                .id();
        refused("not-a-member", () -> meetings.attendance(meeting, ONCE, new AttendanceForm(List.of("nobody"), null)));
        refused(
                "present-and-absent",
                () -> meetings.attendance(meeting, ONCE, new AttendanceForm(List.of("hv"), List.of("hv"))));
        refused("meeting-not-sitting", () -> meetings.held(meeting, ONCE));
        refused("not-a-member", () -> meetings.interest(meeting, ONCE, interest("nobody")));
        refused("not-on-agenda", () -> meetings.interest(meeting, ONCE, interest("hv")));
        refused(
                "not-for-oneself",
                () -> meetings.correctInterest(
                        meeting, ONCE, new InterestCorrectionForm(referral, "carol", "I have none.")));
        as("amy").api(ConsentApi.class).give(referral, ONCE, consent(null, leo, mum, Capacity.PARENTAL_RESPONSIBILITY));
        as("amy").api(TriageApi.class).triage(referral, ONCE, new TriageForm(LevelOfNeed.ADDITIONAL, "Two.", TODAY));
        as("amy").api(DiscussionApi.class).putOnAgenda(referral, ONCE, new AgendaForm(meeting));
        refused("interest-of-another", () -> as("maya").api(MeetingApi.class).interest(meeting, ONCE, interest("hv")));
        refused("reason-required", () -> meetings.interest(meeting, ONCE, interest("hv")));
        meetings.publish(meeting, ONCE);
        refused("agenda-published", () -> meetings.publish(meeting, ONCE));
    }

    private InterestForm interest(String member) {
        return new InterestForm(referral, member, InterestNature.FRIEND, null);
    }

    @Test
    void a_service_leaves_the_directory_once() {
        var services = as("maya").api(ServiceOfferApi.class);
        var service = Objects.requireNonNull(services.register(ONCE, OBriens.service("Brief help", "family-action"))
                        .getBody())
                .id();
        services.withdraw(service, ONCE, new OfferWithdrawalForm("The contract ends."));
        refused(
                "service-withdrawn",
                () -> services.withdraw(service, ONCE, new OfferWithdrawalForm("The contract ends.")));
    }
}
