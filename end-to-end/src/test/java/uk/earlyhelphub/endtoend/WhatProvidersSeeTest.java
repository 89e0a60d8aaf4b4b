package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.as;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;
import static uk.earlyhelphub.endtoend.RunningHub.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.api.allocation.AllocatedToMeApi;
import uk.earlyhelphub.api.allocation.AllocatedToMePage;
import uk.earlyhelphub.api.allocation.AllocatedToMePage.AllocatedToMe;
import uk.earlyhelphub.api.casefile.CaseAllocation.AllocationStanding;
import uk.earlyhelphub.events.referral.DeclineReason;

/** A provider finds what waits for their answer without being told an address by telephone. */
class WhatProvidersSeeTest {
    private static final String DECLINE = "{\"reasonCode\":\"NO_CAPACITY\",\"reason\":\"Full.\"}";

    @AfterEach
    void forgetWhoIsClose() {
        post("pat", "/api/my-connections/removal", "");
        get("dora", "/api/connection-removals")
                .json()
                .valueStream()
                .filter(r -> r.get("staff").asString().equals("pat"))
                .map(r -> "/api/connection-removals/" + r.get("removalId").asString() + "/confirmation")
                .forEach(confirmation ->
                        assertThat(post("dora", confirmation, "").status()).isEqualTo(202));
    }

    private static AllocatedToMePage page(
            String who, @Nullable AllocationStanding standing, @Nullable String after, int limit) {
        return Objects.requireNonNull(as(who).api(AllocatedToMeApi.class)
                .allocatedToMe(standing, after, limit)
                .getBody());
    }

    private static List<AllocatedToMe> all(String who, @Nullable AllocationStanding standing, int limit) {
        var all = new ArrayList<AllocatedToMe>();
        var page = page(who, standing, null, limit);
        all.addAll(page.entries());
        while (page.next() != null) {
            page = page(who, standing, page.next(), limit);
            all.addAll(page.entries());
        }
        return all;
    }

    private static Optional<AllocatedToMe> found(String who, String allocation) {
        return all(who, null, 200).stream()
                .filter(e -> e.allocationId().equals(allocation))
                .findFirst();
    }

    private static AllocatedToMe listed(String who, String allocation) {
        return await().until(() -> found(who, allocation), Optional::isPresent).orElseThrow();
    }

    @Test
    void a_provider_lists_what_it_was_offered_runs_and_declined_and_nobody_else_s() {
        var offered = ACase.received("Offa Listed").agreed().discussed();
        var first = offered.allocatedTo("bright-paths");
        var declining = ACase.received("Decla Listed").agreed().discussed();
        var second = declining.allocatedTo("bright-paths");
        var waiting = listed("rosa", first);
        assertThat(waiting.standing()).isEqualTo(AllocationStanding.OFFERED);
        assertThat(waiting.referralId()).isEqualTo(offered.id);
        assertThat(waiting.people()).isEqualTo(1);
        assertThat(waiting.open()).isTrue();
        assertThat(get("rosa", offered.path("")).status()).isEqualTo(200);

        offered.done("rosa", "/allocations/" + first + "/acceptance", "{}");
        offered.done("rosa", "/allocations/" + first + "/start", "{\"startedOn\":\"" + ACase.TODAY + "\"}");
        declining.done("rosa", "/allocations/" + second + "/decline", DECLINE);
        assertThat(listed("rosa", first).standing()).isEqualTo(AllocationStanding.IN_DELIVERY);
        assertThat(listed("rosa", second)).satisfies(gone -> {
            assertThat(gone.standing()).isEqualTo(AllocationStanding.DECLINED);
            assertThat(gone.declinedBecause()).isEqualTo(DeclineReason.NO_CAPACITY);
            assertThat(gone.answeredOn()).isEqualTo(ACase.TODAY);
            assertThat(gone.referralId()).as("it goes on no longer").isNull();
            assertThat(gone.open()).isFalse();
        });
        assertThat(get("rosa", "/api/allocated-to-me").body()).doesNotContain("Listed", declining.id);
        assertThat(all("rosa", AllocationStanding.DECLINED, 200))
                .extracting(AllocatedToMe::allocationId)
                .contains(second)
                .doesNotContain(first);
        assertThat(all("pat", null, 200))
                .extracting(AllocatedToMe::allocationId)
                .doesNotContain(first, second);
    }

    @Test
    void its_pages_are_together_all_of_it_each_entry_once_and_an_empty_one_is_empty() {
        for (var name : List.of("Pagea Listed", "Pageb Listed", "Pagec Listed")) {
            listed("rosa", ACase.received(name).agreed().discussed().allocatedTo("bright-paths"));
        }
        assertThat(all("rosa", null, 2)).isEqualTo(all("rosa", null, 200)).doesNotHaveDuplicates();
        assertThat(all("rosa", AllocationStanding.OFFERED, 1)).isEqualTo(all("rosa", AllocationStanding.OFFERED, 200));
        var none = page("rosa", null, "1999-01-01_" + "0".repeat(8) + "-0000-4000-8000-" + "0".repeat(12), 50);
        assertThat(none.entries()).isEmpty();
        assertThat(none.next()).isNull();
        var list = as("rosa").api(AllocatedToMeApi.class);
        assertThat(refusal(() -> list.allocatedToMe(null, "yesterday", 50)).code())
                .isEqualTo("bad-cursor");
        assertThat(refusal(() -> list.allocatedToMe(null, null, 0)).code()).isEqualTo("page-size");
        assertThat(refusal(() -> as("amy").api(AllocatedToMeApi.class).allocatedToMe(null, null, 50))
                        .code())
                .isEqualTo("not-for-this-role");
    }

    @Test
    void what_the_family_no_longer_lets_go_on_is_shut_at_once_and_can_still_be_given_up_by_the_list() {
        var one = ACase.received("Withda Listed").agreed().discussed();
        var allocation = one.allocatedTo("bright-paths");
        listed("rosa", allocation);
        one.withdrawn("ALLOCATE_SERVICE");
        assertThat(found("rosa", allocation)).hasValueSatisfying(shut -> {
            assertThat(shut.open()).isFalse();
            assertThat(shut.referralId()).isEqualTo(one.id);
        });
        one.done("rosa", "/allocations/" + allocation + "/decline", DECLINE);
    }

    @Test
    void a_provider_who_is_too_close_to_the_family_is_not_told_of_it() {
        var one = ACase.received("Closa Listed").agreed().discussed();
        var allocation = one.allocatedTo("family-action");
        listed("pat", allocation);
        assertThat(post(
                                "pat",
                                "/api/my-connections",
                                "{\"relation\":\"SELF\",\"name\":\"Mo Closa Listed\",\"dateOfBirth\":\"1985-01-01\"}")
                        .status())
                .isEqualTo(202);
        assertThat(found("pat", allocation)).isEmpty();
    }
}
