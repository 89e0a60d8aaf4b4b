package uk.earlyhelphub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.security.Principal;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CallerLimitFilterTest {
    private static final int MOST = 3;
    private final CallerLimitFilter filter = new CallerLimitFilter(MOST);

    private MockHttpServletResponse send(@Nullable String caller, FilterChain work) throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/worklist");
        request.setUserPrincipal(caller == null ? null : (Principal) () -> caller);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, work);
        return response;
    }

    @Test
    void one_caller_has_so_many_requests_under_way_and_no_more_and_others_are_not_held_up() throws Exception {
        var begun = new CountDownLatch(MOST);
        var end = new CountDownLatch(1);
        var underWay = new ArrayList<Future<MockHttpServletResponse>>();
        try (var threads = Executors.newFixedThreadPool(MOST)) {
            for (var n = 0; n < MOST; n++) {
                underWay.add(threads.submit(() -> send("amy", (request, response) -> {
                    begun.countDown();
                    await(end);
                })));
            }
            begun.await();
            var more = send("amy", (request, response) -> {
                throw new IllegalStateException("One too many was worked on");
            });
            assertThat(more.getStatus()).isEqualTo(429);
            assertThat(more.getHeader("Retry-After")).isEqualTo("1");
            assertThat(more.getContentAsString()).contains("too-many-at-once");
            assertThat(send("tom", (request, response) -> {}).getStatus()).isEqualTo(200);
            assertThat(send(null, (request, response) -> {}).getStatus()).isEqualTo(200);
            end.countDown();
            for (var one : underWay) {
                assertThat(one.get().getStatus()).isEqualTo(200);
            }
        }
        assertThat(send("amy", (request, response) -> {}).getStatus()).isEqualTo(200);
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_fails_makes_room_too() throws Exception {
        for (var n = 0; n < 2 * MOST; n++) {
            try {
                send("amy", (request, response) -> {
                    throw new IllegalStateException("broken");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("broken");
            }
        }
        assertThat(send("amy", (request, response) -> {}).getStatus()).isEqualTo(200);
    }
}
