package uk.earlyhelphub.endtoend;

import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import uk.earlyhelphub.endtoend.RunningHub.Answer;

/** A family to whom one thing after another happens, in any order. Whatever the rules refuse is refused; that is part of it. */
final class RandomFamily {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private final Random random;
    private final String meeting;
    private final String offer;
    private String referral = "";
    private String child = "";
    private String parent = "";
    private final List<String> consents = new ArrayList<>();
    private final List<String> allocations = new ArrayList<>();
    private final List<String> sharings = new ArrayList<>();
    private int accepted;

    /**
     * @param meeting a meeting whose agenda is open
     * @param offer a service with many places
     */
    RandomFamily(Random random, String meeting, String offer) {
        this.random = random;
        this.meeting = meeting;
        this.offer = offer;
    }

    /** How many of the commands were accepted. */
    int accepted() {
        return accepted;
    }

    void live(String searchId, int steps) {
        var received = post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":%s},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s%d","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Rand %d","dateOfBirth":"2015-02-0%d","inHousehold":true},
                           {"key":"p","part":"PARENT_OR_CARER","name":"Om %d","inHousehold":true,
                            "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]}]}""".formatted(
                        TODAY,
                        random.nextBoolean(),
                        random.nextInt(),
                        searchId,
                        random.nextInt(),
                        1 + random.nextInt(9),
                        random.nextInt()));
        referral = received.text("id");
        var people = get(
                        "amy",
                        "/api/referrals/" + referral + "?version="
                                + received.json().get("version").asLong())
                .json()
                .get("people");
        child = people.get(0).get("personId").asString();
        parent = people.get(1).get("personId").asString();
        List<Supplier<Answer>> acts = acts();
        for (var step = 0; step < steps; step++) {
            var answer = acts.get(random.nextInt(acts.size())).get();
            if (answer.status() < 300) {
                accepted++;
            } else if (answer.status() >= 500
                    || answer.code().matches("invalid-fields|not-json|wrong-type|unknown-field")) {
                throw new IllegalStateException(answer.body());
            }
        }
    }

    private Answer on(String person, String path, String body, Object... values) {
        return post(person, "/api/referrals/" + referral + path, body.formatted(values));
    }

    private Answer made(List<String> ids, Answer answer) {
        if (answer.status() == 201) {
            ids.add(answer.text("id"));
        }
        return answer;
    }

    private String one(List<String> ids) {
        return ids.isEmpty() ? "00000000-0000-4000-8000-000000000000" : ids.get(random.nextInt(ids.size()));
    }

    private List<Supplier<Answer>> acts() {
        return List.of(
                () -> on(
                        "amy",
                        "/people",
                        "{\"key\":\"m\",\"part\":\"CHILD\",\"name\":\"More %d\",\"inHousehold\":true}",
                        random.nextInt()),
                () -> on(
                        "amy",
                        "/information",
                        "{\"personId\":\"%s\",\"category\":\"ATTENDANCE\",\"kind\":\"attendance-rate\",\"text\":\"%d\",\"source\":\"school\"}",
                        child,
                        random.nextInt(100)),
                () -> on(
                        "amy",
                        "/corrections",
                        "{\"personId\":\"%s\",\"field\":\"name\",\"was\":\"x\",\"now\":\"y%d\",\"reason\":\"misheard\"}",
                        child,
                        random.nextInt()),
                () -> on(
                        "amy",
                        "/information-requests",
                        "{\"missing\":[\"surgery\"],\"note\":\"Which?\",\"neededBy\":\"%s\"}",
                        TODAY.plusDays(7)),
                () -> on("amy", "/information-supplied", "{\"supplied\":[\"surgery\"],\"suppliedOn\":\"%s\"}", TODAY),
                this::consent,
                this::consent,
                this::consent,
                () -> on(
                        "amy",
                        "/consent-withdrawals",
                        "{\"consentId\":\"%s\",\"personId\":\"%s\",\"purposes\":[\"%s\"],\"withdrawnBy\":\"%s\",\"channel\":\"PHONE\",\"withdrawnOn\":\"%s\"}",
                        one(consents),
                        child,
                        random.nextBoolean() ? "SHARE_WITH_AGENCIES" : "DISCUSS_AT_HUB",
                        parent,
                        TODAY),
                this::triage,
                this::triage,
                () -> on("amy", "/agenda", "{\"meetingId\":\"%s\"}", meeting),
                () -> on("amy", "/agenda", "{\"meetingId\":\"%s\"}", meeting),
                this::discuss,
                this::discuss,
                this::allocate,
                this::allocate,
                () -> on("rosa", "/allocations/" + one(allocations) + "/acceptance", "{\"worker\":\"Rosa\"}"),
                () -> on("rosa", "/allocations/" + one(allocations) + "/start", "{\"startedOn\":\"%s\"}", TODAY),
                () -> on(
                        "rosa",
                        "/allocations/" + one(allocations) + "/end",
                        "{\"outcome\":\"NEEDS_MET\",\"endedOn\":\"%s\"}",
                        TODAY),
                this::share,
                this::share,
                () -> on(
                        "amy",
                        "/sharings/" + one(sharings) + "/recall",
                        "{\"cause\":\"SHARED_IN_ERROR\",\"reason\":\"wrong\"}"),
                () -> on("amy", "/referrer-informed", "{\"method\":\"PHONE\",\"informedOn\":\"%s\"}", TODAY),
                () -> random.nextInt(3) == 0
                        ? on("amy", "/closure", "{\"reasonCode\":\"DUPLICATE\"}")
                        : get("amy", "/api/referrals/" + referral),
                () -> on("amy", "/reopening", "{\"reason\":\"They came back.\"}"));
    }

    private Answer consent() {
        return made(
                consents,
                on(
                        "amy",
                        "/consents",
                        "{\"personId\":\"%s\",\"purposes\":[\"DISCUSS_AT_HUB\",\"ALLOCATE_SERVICE\",\"SHARE_WITH_AGENCIES\"],\"agencies\":[\"EDUCATION_AND_SCHOOLS\"],\"categories\":[\"ATTENDANCE\",\"IDENTIFIERS_AND_CONTACTS\"],\"givenBy\":\"%s\",\"capacity\":\"PARENTAL_RESPONSIBILITY\",\"method\":\"SIGNED_FORM\",\"wordingVersion\":\"w3\",\"noticeVersion\":\"n5\",\"givenOn\":\"%s\",\"reviewOn\":\"%s\"}",
                        child,
                        parent,
                        TODAY,
                        TODAY.plusMonths(1L + random.nextInt(6))));
    }

    private Answer triage() {
        return on(
                "amy",
                "/triage",
                "{\"level\":\"ADDITIONAL\",\"rationale\":\"One service can meet it.\",\"triagedOn\":\"%s\"}",
                TODAY);
    }

    private Answer discuss() {
        return on(
                "carol",
                "/discussions",
                "{\"meetingId\":\"%s\",\"options\":[{\"decision\":\"ALLOCATE\"},{\"decision\":\"SIGNPOST\"}],\"decision\":\"ALLOCATE\",\"rationale\":\"r\",\"dissent\":[]}",
                meeting);
    }

    private Answer allocate() {
        return made(
                allocations,
                on(
                        "amy",
                        "/allocations",
                        "{\"offerId\":\"%s\",\"people\":[\"%s\"],\"answerBy\":\"%s\"}",
                        offer,
                        child,
                        TODAY.plusDays(5)));
    }

    private Answer share() {
        return made(
                sharings,
                on(
                        "amy",
                        "/sharings",
                        "{\"recipient\":\"%s\",\"recipientName\":\"Ms Head\",\"people\":[\"%s\"],\"categories\":[\"ATTENDANCE\"],\"fields\":[\"name\",\"information\"],\"purpose\":\"SUPPORT_EDUCATION\",\"basis\":\"CONSENT\",\"necessity\":\"n\",\"proportionality\":\"p\",\"channel\":\"HUB_PORTAL\",\"familyTold\":true,\"accessUntil\":\"%s\"}",
                        random.nextBoolean() ? "EDUCATION_AND_SCHOOLS" : "HOUSING_SERVICES",
                        child,
                        TODAY.plusMonths(3)));
    }
}
