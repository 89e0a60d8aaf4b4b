package uk.earlyhelphub.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.platform.engine.EventCodec;

class AnswersThatClosedTheirRequestTest {
    private static final String STORED =
            "{\"referralId\":\"10000000-0000-4000-8000-000000000001\",\"supplied\":[\"gp\"],\"suppliedOn\":\"2026-11-05\"}";

    @Test
    void an_answer_that_was_stored_before_parts_were_told_apart_still_closes_its_request() {
        var codec = new EventCodec(List.of(new AnswersThatClosedTheirRequest()));
        assertThat(codec.read("Referral.InformationSupplied", 1, STORED))
                .isInstanceOfSatisfying(InformationSupplied.class, e -> {
                    assertThat(e.complete()).isTrue();
                    assertThat(e.supplied()).containsExactly("gp");
                });
    }
}
