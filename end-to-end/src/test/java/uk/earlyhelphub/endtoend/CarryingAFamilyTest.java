package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.as;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;
import static uk.earlyhelphub.endtoend.RunningHub.refusal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.hubmeeting.MeetingApi;
import uk.earlyhelphub.api.hubmeeting.MeetingApi.AttendanceForm;
import uk.earlyhelphub.api.hubmeeting.MeetingApi.InterestForm;
import uk.earlyhelphub.api.referral.AllocationApi;
import uk.earlyhelphub.api.referral.AllocationApi.AcceptanceForm;
import uk.earlyhelphub.api.referral.AllocationApi.AllocationForm;
import uk.earlyhelphub.api.referral.AllocationApi.DeclineForm;
import uk.earlyhelphub.api.referral.AllocationApi.EndForm;
import uk.earlyhelphub.api.referral.AllocationApi.StartForm;
import uk.earlyhelphub.api.referral.ClarifyingApi;
import uk.earlyhelphub.api.referral.ClarifyingApi.ReturnForm;
import uk.earlyhelphub.api.referral.ClarifyingApi.SupplyForm;
import uk.earlyhelphub.api.referral.ClosingApi;
import uk.earlyhelphub.api.referral.ClosingApi.ClosureForm;
import uk.earlyhelphub.api.referral.ClosingApi.InformForm;
import uk.earlyhelphub.api.referral.ConsentApi;
import uk.earlyhelphub.api.referral.ConsentApi.CompetenceForm;
import uk.earlyhelphub.api.referral.ConsentApi.ConsentForm;
import uk.earlyhelphub.api.referral.ConsentApi.WithdrawalForm;
import uk.earlyhelphub.api.referral.DiscussionApi;
import uk.earlyhelphub.api.referral.DiscussionApi.AgendaForm;
import uk.earlyhelphub.api.referral.DiscussionApi.DiscussionForm;
import uk.earlyhelphub.api.referral.DiscussionApi.DissentForm;
import uk.earlyhelphub.api.referral.DiscussionApi.OptionForm;
import uk.earlyhelphub.api.referral.ReceivingApi;
import uk.earlyhelphub.api.referral.SharingApi;
import uk.earlyhelphub.api.referral.TriageApi;
import uk.earlyhelphub.api.referral.TriageApi.TriageForm;
import uk.earlyhelphub.api.serviceoffer.ServiceOfferApi;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.AnswerMethod;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.ClosureReason;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DeclineReason;
import uk.earlyhelphub.events.referral.HubDecision;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.ServiceOutcome;
import uk.earlyhelphub.events.referral.WithdrawalChannel;

/**
 * The whole way of one family: a household of five with two schools, referred by a neighbour who stays anonymous, from a paper
 * form to closure.
 */
class CarryingAFamilyTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private String referral = "";
    private final Map<String, String> people = new HashMap<>();

    private static Reply done(ResponseEntity<Reply> answer) {
        assertThat(answer.getStatusCode().value()).isBetween(201, 202);
        return Objects.requireNonNull(answer.getBody());
    }

    private String person(String key) {
        return Objects.requireNonNull(people.get(key));
    }

    private static CommandHeaders once() {
        return CommandHeaders.none();
    }

    private static AllocationApi allocations(String who) {
        return as(who).api(AllocationApi.class);
    }

    private static ClarifyingApi clarifying(String who) {
        return as(who).api(ClarifyingApi.class);
    }

    private static ClosingApi closing(String who) {
        return as(who).api(ClosingApi.class);
    }

    private static ConsentApi consents(String who) {
        return as(who).api(ConsentApi.class);
    }

    private static DiscussionApi hub(String who) {
        return as(who).api(DiscussionApi.class);
    }

    private static MeetingApi meetings(String who) {
        return as(who).api(MeetingApi.class);
    }

    private JsonNode caseFile(String person, long version) {
        var answer = get(person, "/api/referrals/" + referral + "?version=" + version);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String status(Reply last) {
        return caseFile("amy", Objects.requireNonNull(last.version()))
                .get("status")
                .asString();
    }

    @Test
    void from_a_paper_form_to_closure() {
        receive();
        clarify();
        assertThat(status(consent("mia", Capacity.ASSESSED_COMPETENT, "mia"))).isEqualTo("RETURNED_FOR_INFORMATION");
        done(clarifying("amy").supply(referral, once(), new SupplyForm(List.of("surgery"), null, TODAY, null)));

        var early = refusal(() -> hub("amy").putOnAgenda(referral, once(), new AgendaForm(meeting())));
        assertThat(early.code()).isEqualTo("consent-not-in-force");
        var leos = consent("leo", Capacity.PARENTAL_RESPONSIBILITY, "mum");
        assertThat(status(leos)).isEqualTo("IN_TRIAGE");
        assertThat(status(done(as("amy")
                        .api(TriageApi.class)
                        .triage(
                                referral,
                                once(),
                                new TriageForm(
                                        LevelOfNeed.ADDITIONAL, "Two needs that one service can meet.", TODAY)))))
                .isEqualTo("READY_FOR_HUB");

        decide("Family Action can start this month.");
        whoDeclaredAnInterestNeitherReadsNorActs();
        var first = allocate(service("Mornings Together", "family-action"), null);
        done(allocations("pat")
                .decline(referral, first, once(), new DeclineForm(DeclineReason.NO_CAPACITY, "Our worker has left.")));
        assertThat(refusal(() -> allocations("rosa").accept(referral, first, once(), new AcceptanceForm(null)))
                        .status())
                .isEqualTo(404);
        var second = decide("The first service could not help; Bright Paths can.");
        assertThat(second).contains("follows");
        var allocation = allocate(service("Bright Mornings", "bright-paths"), first);
        done(allocations("rosa").accept(referral, allocation, once(), new AcceptanceForm("Rosa Marsh")));
        assertThat(status(done(allocations("rosa").start(referral, allocation, once(), new StartForm(TODAY)))))
                .isEqualTo("IN_DELIVERY");
        theProviderSeesOnlyWhatItNeeds();
        providersOfTheSameFamilySeeTheirOwnPeopleOnly();

        var school = share(Agency.EDUCATION_AND_SCHOOLS, InformationCategory.ATTENDANCE);
        var camhs = share(Agency.CAMHS, InformationCategory.IDENTIFIERS_AND_CONTACTS);
        theRecipientReadsOnlySharedFields(school);
        sharingsThatNobodyConsentedToAreRefusedOnRecord();

        done(consents("amy")
                .withdraw(
                        referral,
                        once(),
                        new WithdrawalForm(
                                leos.id(),
                                person("leo"),
                                List.of(ConsentPurpose.SHARE_WITH_AGENCIES),
                                person("mum"),
                                WithdrawalChannel.PHONE,
                                TODAY,
                                null,
                                null)));
        await().untilAsserted(() -> {
            assertThat(get("hana", "/api/shared-with-me/" + school).status()).isEqualTo(404);
            assertThat(get("colin", "/api/shared-with-me/" + camhs).status()).isEqualTo(404);
        });
        var register =
                get("amy", "/api/sharing-register?referral=" + referral).json().get("entries");
        assertThat(register).hasSize(2).allMatch(e -> !e.get("open").asBoolean());

        done(allocations("rosa").end(referral, allocation, once(), new EndForm(ServiceOutcome.NEEDS_MET, null, TODAY)));
        done(closing("amy").inform(referral, once(), new InformForm(InformMethod.PHONE, "Help was given.", TODAY)));
        assertThat(status(done(closing("amy").close(referral, once(), new ClosureForm(ClosureReason.NEEDS_MET, null)))))
                .isEqualTo("CLOSED");
        theTrailTellsAllOfIt();
    }

    private void receive() {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Leo O'Brien\",\"dateOfBirth\":\"2016-05-14\"}");
        assertThat(search.status()).isEqualTo(200);
        var receiving = as("amy").api(ReceivingApi.class);
        var key = CommandHeaders.key("tour-form-0001");
        var received = Objects.requireNonNull(receiving
                .receive(key, OBriens.form(search.text("searchId"), TODAY))
                .getBody());
        assertThat(receiving
                        .receive(key, OBriens.form(search.text("searchId"), TODAY))
                        .getBody())
                .isEqualTo(received);
        referral = received.id();
        var view = caseFile("amy", received.version());
        assertThat(view.get("status").asString()).isEqualTo("RECEIVED");
        assertThat(view.get("reference").asString())
                .isEqualTo(received.reference())
                .matches("EH-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");
        var keys = new String[] {"leo", "mia", "bump", "mum", "dad"};
        for (int i = 0; i < keys.length; i++) {
            people.put(keys[i], view.get("people").get(i).get("personId").asString());
        }
        assertThat(view.get("people").get(0).get("name").asString()).isEqualTo("Leo O'Brien-Ní Ó'Š");
        assertThat(view.get("intake").get("received").get("summary").asString()).startsWith("Leo is often alone");
        await().untilAsserted(() -> assertThat(
                        post("amy", "/api/person-searches", "{\"name\":\"leo obrien\",\"postcode\":\"SL4 1QZ\"}")
                                .json()
                                .get("candidates"))
                .anyMatch(c -> c.get("personId").asString().equals(people.get("leo"))));
    }

    private void clarify() {
        done(clarifying("amy")
                .ask(
                        referral,
                        once(),
                        new ReturnForm(List.of("surgery"), "Which surgery is Leo with?", TODAY.plusDays(7))));
    }

    private Reply consent(String person, Capacity capacity, String by) {
        var competence = capacity == Capacity.ASSESSED_COMPETENT
                ? new CompetenceForm("amy", "Mia explained in her own words what will happen.")
                : null;
        return done(consents("amy")
                .give(
                        referral,
                        once(),
                        new ConsentForm(
                                null,
                                person(person),
                                List.of(
                                        ConsentPurpose.DISCUSS_AT_HUB,
                                        ConsentPurpose.ALLOCATE_SERVICE,
                                        ConsentPurpose.SHARE_WITH_AGENCIES),
                                List.of(Agency.EDUCATION_AND_SCHOOLS, Agency.CAMHS),
                                List.of(InformationCategory.ATTENDANCE, InformationCategory.IDENTIFIERS_AND_CONTACTS),
                                person(by),
                                capacity,
                                competence,
                                AnswerMethod.SIGNED_FORM,
                                "w3",
                                "n5",
                                TODAY,
                                TODAY.plusMonths(6))));
    }

    private static String meeting() {
        return done(meetings("carol").schedule(once(), OBriens.meeting(TODAY))).id();
    }

    private String decide(String rationale) {
        var meeting = meeting();
        done(hub("amy").putOnAgenda(referral, once(), new AgendaForm(meeting)));
        done(meetings("carol").publish(meeting, once()));
        aMemberOfAnotherOrganisationPreparesTheCase(meeting);
        done(meetings("maya")
                .interest(meeting, once(), new InterestForm(referral, "maya", InterestNature.FRIEND, null)));
        done(meetings("carol")
                .attendance(meeting, once(), new AttendanceForm(List.of("carol", "hv"), List.of("maya"))));
        done(hub("carol")
                .discuss(
                        referral,
                        once(),
                        new DiscussionForm(
                                meeting,
                                List.of(
                                        new OptionForm(HubDecision.ALLOCATE, null),
                                        new OptionForm(HubDecision.SIGNPOST, null)),
                                HubDecision.ALLOCATE,
                                rationale,
                                List.of(new DissentForm("hv", "I would wait for the school.")))));
        done(meetings("carol").held(meeting, once()));
        return get("amy", "/api/referrals/" + referral).json().get("hub").toString();
    }

    private void aMemberOfAnotherOrganisationPreparesTheCase(String meeting) {
        await().untilAsserted(() ->
                assertThat(get("colin", "/api/referrals/" + referral).status()).isEqualTo(200));
        var seen = get("colin", "/api/referrals/" + referral);
        assertThat(seen.text("seenAs")).isEqualTo("HUB_MEMBER");
        assertThat(seen.body())
                .as("what was said of all of them is not for the table as long as not all are covered")
                .doesNotContain("Leo is often alone")
                .contains("71 per cent")
                .contains("Mia O'Brien")
                .doesNotContain("Orla O'Brien")
                .doesNotContain("Mill Row")
                .doesNotContain("Nell")
                .doesNotContain("Nobody in the police");
        assertThat(get("colin", "/api/hub-meetings?limit=200").body()).contains(meeting);
        assertThat(get("hana", "/api/hub-meetings?limit=200").body()).doesNotContain(meeting);
        assertThat(get("colin", "/api/referrals/" + referral + "/trail").status())
                .isEqualTo(404);
        assertThat(get("hana", "/api/referrals/" + referral).status()).isEqualTo(404);
    }

    private void whoDeclaredAnInterestNeitherReadsNorActs() {
        await().untilAsserted(() ->
                assertThat(get("maya", "/api/referrals/" + referral).status()).isEqualTo(404));
        var acted =
                refusal(() -> closing("maya").close(referral, once(), new ClosureForm(ClosureReason.NEEDS_MET, null)));
        assertThat(acted.status()).isEqualTo(409);
        assertThat(acted.code()).isEqualTo("interest-declared");
        await().untilAsserted(() -> assertThat(get("amy", "/api/referrals/" + referral + "/trail?limit=200")
                        .body())
                .contains(
                        "asked for the case and was told that there is nothing for them, because an interest of theirs")
                .contains("tried to close the referral and was refused, because an interest of theirs"));
    }

    private static String service(String name, String provider) {
        return done(as("maya").api(ServiceOfferApi.class).register(once(), OBriens.service(name, provider)))
                .id();
    }

    private String allocate(String offer, @Nullable String insteadOf) {
        return allocate(offer, insteadOf, "leo");
    }

    private String allocate(String offer, @Nullable String insteadOf, String person) {
        var form = new AllocationForm(offer, List.of(person(person)), TODAY.plusDays(5), insteadOf);
        return done(allocations("amy").allocate(referral, once(), form)).id();
    }

    private ResponseEntity<Reply> sharing(Agency recipient, InformationCategory category) {
        return as("amy")
                .api(SharingApi.class)
                .share(referral, once(), OBriens.sharing(recipient, person("leo"), category, TODAY.plusMonths(3)));
    }

    private String share(Agency recipient, InformationCategory category) {
        return done(sharing(recipient, category)).id();
    }

    private void theProviderSeesOnlyWhatItNeeds() {
        var seen = get("rosa", "/api/referrals/" + referral);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body())
                .contains("Leo O'Brien")
                .doesNotContain("Nell")
                .doesNotContain("Asthma")
                .doesNotContain("Sam Field");
        for (var stranger : new String[] {"pat", "tom", "omar", "colin", "hana"}) {
            assertThat(get(stranger, "/api/referrals/" + referral).status())
                    .as(stranger)
                    .isEqualTo(404);
        }
    }

    private void providersOfTheSameFamilySeeTheirOwnPeopleOnly() {
        var mias = allocate(service("A Night Off", "family-action"), null, "mia");
        await().untilAsserted(() ->
                assertThat(get("pat", "/api/referrals/" + referral).status()).isEqualTo(200));
        var pats = get("pat", "/api/referrals/" + referral).json();
        assertThat(pats.get("people")).hasSize(1);
        assertThat(pats.get("people").get(0).get("name").asString()).isEqualTo("Mia O'Brien");
        assertThat(pats.get("allocations")).hasSize(1);
        var rosas = get("rosa", "/api/referrals/" + referral).json();
        assertThat(rosas.get("people")).hasSize(1);
        assertThat(rosas.get("people").get(0).get("name").asString()).startsWith("Leo");
        assertThat(rosas.get("allocations")).hasSize(1);
        await().untilAsserted(() -> {
            assertThat(lookedAt("leo")).contains("rosa PROVIDER").doesNotContain("pat PROVIDER");
            assertThat(lookedAt("mia")).contains("pat PROVIDER").doesNotContain("rosa PROVIDER");
            assertThat(lookedAt("dad")).contains("amy TEAM").doesNotContain("rosa PROVIDER", "colin HUB_MEMBER");
        });
        done(allocations("pat").decline(referral, mias, once(), new DeclineForm(DeclineReason.NO_CAPACITY, "Full.")));
    }

    private List<String> lookedAt(String person) {
        return get("dora", "/api/people/" + people.get(person) + "/who-looked")
                .json()
                .valueStream()
                .map(l ->
                        l.get("actor").asString() + " " + l.path("relationship").asString(""))
                .toList();
    }

    private void theRecipientReadsOnlySharedFields(String sharing) {
        await().untilAsserted(() -> assertThat(
                        get("hana", "/api/shared-with-me/" + sharing).status())
                .isEqualTo(200));
        var shared = get("hana", "/api/shared-with-me/" + sharing).body();
        assertThat(shared)
                .contains("71 per cent")
                .doesNotContain("Asthma")
                .doesNotContain("Mill Row")
                .doesNotContain("Nell");
        assertThat(get("colin", "/api/shared-with-me/" + sharing).status()).isEqualTo(404);
    }

    private void sharingsThatNobodyConsentedToAreRefusedOnRecord() {
        var housing = refusal(() -> sharing(Agency.HOUSING_SERVICES, InformationCategory.ATTENDANCE));
        assertThat(housing.status()).isEqualTo(409);
        assertThat(housing.code()).isEqualTo("consent-not-covering-recipient");
        assertThat(housing.problem().recorded()).isTrue();
        var police = refusal(() -> sharing(Agency.THAMES_VALLEY_POLICE, InformationCategory.ATTENDANCE));
        assertThat(police.code()).isEqualTo("family-excluded-recipient");
        var safeguarding = refusal(() -> sharing(Agency.CAMHS, InformationCategory.SAFEGUARDING));
        assertThat(safeguarding.code()).isEqualTo("consent-not-covering-category");
    }

    private void theTrailTellsAllOfIt() {
        await().untilAsserted(() -> {
            var trail = get("amy", "/api/referrals/" + referral + "/trail?limit=200")
                    .body();
            assertThat(trail)
                    .contains("from a neighbour who asked to stay anonymous to the family")
                    .contains("for: surgery; the answer is needed by")
                    .contains("The question was: Which surgery is Leo with?")
                    .contains("Mia O'Brien (young person) consented")
                    .contains("Orla O'Brien (parent or carer) consented")
                    .contains("Health visitor disagreed: I would wait for the school.")
                    .contains("Our worker has left.")
                    .contains("This follows an earlier decision.")
                    .contains("in place of an earlier allocation")
                    .contains("because the consent does not cover this recipient")
                    .contains("withdrew consent")
                    .contains("The access of education and schools to what was shared ended on")
                    .contains("The access of CAMHS to what was shared ended on")
                    .contains("because consent was withdrawn")
                    .contains("because the needs were met")
                    .contains(
                            "Somebody opened the case, as the provider of a service for the family. Texts about one person could be read.")
                    .contains("Somebody opened the case, as a member of the Hub meeting.")
                    .contains(
                            "Somebody asked for the case and was told that there is nothing for them, because nothing ties them to it.")
                    .contains(
                            "Somebody asked for what was shared and was told that there is nothing for them, because what was shared with them may no longer be read.")
                    .contains(
                            "Somebody tried to take up the allocation of a service and was refused, because nothing ties them to it.");
        });
        var auditors = get("aled", "/api/referrals/" + referral + "/trail?limit=200");
        assertThat(auditors.status()).isEqualTo(200);
        assertThat(auditors.body())
                .doesNotContain("O'Brien")
                .doesNotContain("Our worker has left")
                .contains("[sealed]");
    }
}
