package uk.earlyhelphub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemDocumentTest {
    /** CONNECT, for one: whoever sends it is not told that something went wrong here. */
    @Test
    void a_kind_of_request_that_the_server_does_not_know_is_no_fault_of_the_service() {
        var answer = ProblemDocument.of(501).answer();
        assertThat(answer.getStatusCode().value()).isEqualTo(405);
    }
}
