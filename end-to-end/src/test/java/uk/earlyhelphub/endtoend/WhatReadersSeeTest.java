package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.as;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.casefile.CaseFileApi;
import uk.earlyhelphub.api.casefile.CaseHistoryApi;
import uk.earlyhelphub.api.casefile.CaseView;
import uk.earlyhelphub.api.casefile.EmergencyCaseView;
import uk.earlyhelphub.api.casefile.SealedText;
import uk.earlyhelphub.api.casefile.SkeletonCaseView;
import uk.earlyhelphub.api.casefile.TeamCaseView;
import uk.earlyhelphub.api.search.PersonSearchApi;
import uk.earlyhelphub.api.search.PersonSearchApi.SearchForm;
import uk.earlyhelphub.api.search.SearchResult.SearchMatch;
import uk.earlyhelphub.api.trail.LookLine;
import uk.earlyhelphub.api.trail.TrailApi;
import uk.earlyhelphub.api.trail.WhoLookedApi;
import uk.earlyhelphub.api.worklist.WorklistApi;
import uk.earlyhelphub.client.HubProblem;

/** What each reader is answered, read through the typed client. */
class WhatReadersSeeTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final Pattern NEXT = Pattern.compile("after=([^&>]+)");
    private static String referral = "";
    private static String other = "";

    @BeforeAll
    static void two_children_of_one_name() {
        referral = received("2014-03-02", "SL4 1AA");
        other = received("2017-09-30", "SL4 5BB");
    }

    private static String received(String born, String postcode) {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Samuel Twice\"}")
                .text("searchId");
        var answer = post("amy", "/api/referrals", """
                {"channel":"PHONE","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"NEIGHBOUR","anonymousToFamily":true},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"Often alone.","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Samuel Twice","dateOfBirth":"%s","postcode":"%s","inHousehold":true}]}""".formatted(TODAY, search, born, postcode));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private static CaseView opened(String person, String id) {
        return Objects.requireNonNull(
                as(person).api(CaseFileApi.class).caseFile(id, null, null).getBody());
    }

    private static HubProblem refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(HubProblem.class, call));
    }

    @Test
    void each_reader_of_a_case_gets_a_view_of_their_own_type() {
        assertThat(opened("amy", referral)).isInstanceOfSatisfying(TeamCaseView.class, view -> {
            assertThat(view.people().getFirst().name()).isEqualTo("Samuel Twice");
            assertThat(view.earlierReferrals()).isEmpty();
        });
        assertThat(opened("aled", referral)).isInstanceOfSatisfying(SkeletonCaseView.class, view -> {
            assertThat(view.people().getFirst().name()).isEqualTo(SealedText.SEALED);
            assertThat(view.people().getFirst().gp()).isNull();
        });
        // Whatever others opened in an emergency is over by then.
        RunningHub.CLOCK.ahead(Duration.ofHours(2));
        try {
            assertThat(post(
                                    "ines",
                                    "/api/referrals/" + referral + "/break-glass",
                                    "{\"reason\":\"Found alone at night.\",\"minutes\":5}")
                            .status())
                    .isEqualTo(201);
            assertThat(opened("ines", referral)).isInstanceOf(EmergencyCaseView.class);
        } finally {
            RunningHub.CLOCK.ahead(Duration.ZERO);
        }
        var history = as("aled").api(CaseHistoryApi.class).history(referral, null, null);
        assertThat(Objects.requireNonNull(history.getBody()).asKnownThen()).isInstanceOf(SkeletonCaseView.class);
        assertThat(Objects.requireNonNull(as("amy")
                        .api(CaseFileApi.class)
                        .caseFile(referral, null, null)
                        .getHeaders()
                        .getETag()))
                .isEqualTo("\"" + opened("amy", referral).version() + "\"");
    }

    @Test
    void a_case_opens_by_the_reference_that_people_call_it_by() {
        var reference = opened("amy", referral).reference();
        assertThat(opened("amy", reference).id()).isEqualTo(referral);
        assertThat(opened("amy", reference.toLowerCase(java.util.Locale.UK).replace("-", ""))
                        .id())
                .isEqualTo(referral);
        var trail = as("amy").api(TrailApi.class).ofCase(reference, null, 10);
        assertThat(Objects.requireNonNull(trail.getBody()).entries())
                .allMatch(line -> referral.equals(line.referralId()));
    }

    @Test
    void for_a_stranger_there_is_nothing_by_a_reference_and_the_try_is_on_record() {
        var reference = opened("amy", referral).reference();
        var correlation = UUID.randomUUID().toString();
        var byReference = get("tom", "/api/referrals/" + reference, "X-Correlation-Id", correlation);
        var byId = get("tom", "/api/referrals/" + referral);
        var nobodys = get("tom", "/api/referrals/EH-0000-0000-0");
        assertThat(byReference.status()).isEqualTo(404);
        assertThat(byReference.text("detail")).isEqualTo(byId.text("detail")).isEqualTo(nobodys.text("detail"));
        assertThat(nobodys.status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(get("aled", "/api/trail?correlation=" + correlation)
                        .json()
                        .get("entries"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("type").asString()).isEqualTo("RecordAccess.RecordRefused");
                    assertThat(line.get("referralId").asString()).isEqualTo(referral);
                }));
    }

    @Test
    void people_of_one_name_are_told_apart_by_what_the_searcher_may_see() {
        await().untilAsserted(() -> assertThat(found("amy"))
                .flatExtracting(SearchMatch::referrals)
                .extracting(
                        r -> r.referralId(),
                        r -> Objects.requireNonNull(r.person()).dateOfBirth(),
                        r -> Objects.requireNonNull(r.person()).postcode())
                .contains(
                        org.assertj.core.groups.Tuple.tuple(referral, "2014-03-02", "SL4 1AA"),
                        org.assertj.core.groups.Tuple.tuple(other, "2017-09-30", "SL4 5BB")));
        assertThat(found("tom")).as("another team's people are not found").isEmpty();
    }

    private static List<SearchMatch> found(String person) {
        var answer = as(person)
                .api(PersonSearchApi.class)
                .search(KeyHeaders.none(), new SearchForm("Samuel Twice", null, null, null, null));
        return Objects.requireNonNull(answer.getBody()).candidates();
    }

    @Test
    void who_is_close_to_somebody_in_a_case_is_not_shown_who_is_in_it_by_a_search() {
        var mine = received("2013-01-09", "SL4 9ZZ");
        await().untilAsserted(() -> assertThat(found("maya"))
                .flatExtracting(SearchMatch::referrals)
                .anyMatch(r -> r.referralId().equals(mine)));
        assertThat(post(
                                "maya",
                                "/api/my-connections",
                                "{\"relation\":\"FAMILY\",\"name\":\"Samuel Twice\",\"dateOfBirth\":\"2013-01-09\"}")
                        .status())
                .isEqualTo(202);
        var matches =
                found("maya").stream().flatMap(m -> m.referrals().stream()).toList();
        assertThat(matches).filteredOn(r -> r.referralId().equals(mine)).allMatch(r -> r.person() == null);
        assertThat(matches).filteredOn(r -> r.referralId().equals(other)).allMatch(r -> r.person() != null);
    }

    @Test
    void who_looked_comes_in_pages_of_which_none_repeats_or_leaves_out_a_line() {
        for (var reader : new String[] {"amy", "maya", "carol", "dora", "tom"}) {
            get(reader, "/api/referrals/" + other);
        }
        var looks = as("amy").api(WhoLookedApi.class);
        await().untilAsserted(() -> assertThat(looks.atCase(other, null, 200).getBody())
                .extracting(LookLine::actor)
                .contains("maya", "carol", "dora", "tom"));
        var read = new ArrayList<String>();
        String after = null;
        do {
            var page = looks.atCase(other, after, 2);
            var lines = Objects.requireNonNull(page.getBody());
            assertThat(lines).hasSizeLessThanOrEqualTo(2);
            lines.forEach(l -> read.add(l.actor() + " " + l.type() + " " + l.view()));
            var link = page.getHeaders().getFirst(HttpHeaders.LINK);
            var next = NEXT.matcher(link == null ? "" : link);
            after = next.find() ? next.group(1) : null;
        } while (after != null);
        assertThat(read)
                .doesNotHaveDuplicates()
                .contains("maya RecordAccess.RecordOpened casefile", "tom RecordAccess.RecordRefused casefile");
        assertThat(refusal(() -> looks.atCase(other, "tomorrow", 2)).code()).isEqualTo("bad-cursor");
        assertThat(refusal(() -> looks.atCase(other, null, 201)).code()).isEqualTo("page-size");
    }

    @Test
    void an_address_that_is_the_same_for_everybody_says_for_whom_it_is() {
        var refused =
                refusal(() -> as("pat").api(WorklistApi.class).worklist(null, null, null, null, null, null, null, 50));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("not-for-this-role");
        assertThat(refused.problem().detail()).contains("caseworker, manager, hub chair");
        var correlation = UUID.randomUUID().toString();
        get("pat", "/api/worklist", "X-Correlation-Id", correlation);
        await().untilAsserted(() -> assertThat(
                        get("aled", "/api/trail?correlation=" + correlation).body())
                .contains("RecordAccess.RecordRefused"));
    }

    @Test
    void a_misspelt_parameter_is_refused_and_not_read_over() {
        for (var path : Set.of(
                "/api/worklist?imediateRisk=true",
                "/api/referrals/" + referral + "?asat=2026-11-23T10:00:00Z",
                "/api/sharing-register?referal=" + referral,
                "/api/referrals/" + referral + "/who-looked?limt=5",
                "/api/trail?referal=" + referral)) {
            var answer = get("amy", path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.code()).as(path).isEqualTo("unknown-parameter");
        }
    }
}
