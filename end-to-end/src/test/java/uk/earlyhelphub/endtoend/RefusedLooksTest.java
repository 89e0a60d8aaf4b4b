package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.as;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;
import static uk.earlyhelphub.endtoend.RunningHub.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.referral.ReceivingApi;
import uk.earlyhelphub.api.search.PersonSearchApi;
import uk.earlyhelphub.api.search.PersonSearchApi.SearchForm;
import uk.earlyhelphub.api.trail.TrailExportApi;
import uk.earlyhelphub.api.trail.TrailExportApi.TrailExportForm;
import uk.earlyhelphub.api.trail.TrailExportApi.TrailFilterForm;
import uk.earlyhelphub.api.trail.TrailExportApi.TrailFormat;
import uk.earlyhelphub.events.metadata.Purpose;

/** What is wrong with a look: each is refused with the code that the contract names, to those who may look. */
class RefusedLooksTest {
    private static final String LONG_AGO = "2001-01-01T00:00:00Z";
    private static final String FAR_AHEAD = "2101-01-01T00:00:00Z";

    private static String referral = "";

    @BeforeAll
    static void receive() {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Leo O'Brien\"}");
        var form = OBriens.form(search.text("searchId"), LocalDate.now(ZoneId.of("Europe/London")));
        referral = Objects.requireNonNull(as("amy")
                        .api(ReceivingApi.class)
                        .receive(CommandHeaders.none(), form)
                        .getBody())
                .id();
    }

    @ParameterizedTest
    @CsvSource({
        "pat, /api/allocated-to-me",
        "dora, /api/break-glass",
        "dora, /api/break-glass/refusals",
        "dora, /api/conflicts",
        "amy, /api/hub-meetings",
        "aled, /api/people/{id}/who-looked",
        "amy, /api/referrals/{id}/trail",
        "amy, /api/referrals/{id}/who-looked",
        "aled, /api/replays",
        "amy, /api/services",
        "hana, /api/shared-with-me",
        "amy, /api/sharing-register",
        "aled, /api/trail",
        "amy, /api/worklist"
    })
    void a_page_has_a_size_and_begins_where_another_ended(String person, String list) {
        var path = list.replace("{id}", referral);
        assertThat(get(person, path + "?limit=0").code()).isEqualTo("page-size");
        assertThat(get(person, path + "?limit=201").code()).isEqualTo("page-size");
        assertThat(get(person, path + "?after=elsewhere").code()).isEqualTo("bad-cursor");
    }

    @Test
    void a_list_of_dead_letters_has_a_size() {
        assertThat(get("omar", "/api/dead-letters?limit=0").code()).isEqualTo("page-size");
        assertThat(get("omar", "/api/dead-letters/directory/" + referral + "?limit=0")
                        .code())
                .isEqualTo("page-size");
    }

    @Test
    void nobody_looks_at_a_case_before_it_began_or_ahead_of_today() {
        var path = "/api/referrals/" + referral;
        assertThat(get("amy", path + "?asAt=" + FAR_AHEAD).code()).isEqualTo("date-ahead");
        assertThat(get("amy", path + "?asAt=" + LONG_AGO).code()).isEqualTo("before-the-beginning");
        assertThat(get("amy", path + "/could-see?actor=amy&asAt=" + FAR_AHEAD).code())
                .isEqualTo("date-ahead");
        assertThat(get("amy", path + "/history?to=" + FAR_AHEAD).code()).isEqualTo("date-ahead");
        assertThat(get("amy", path + "/history?to=" + LONG_AGO).code()).isEqualTo("before-the-beginning");
    }

    @Test
    void a_search_is_for_something() {
        var nothing = new SearchForm(" ", null, null, null, null);
        assertThat(refusal(() -> as("amy").api(PersonSearchApi.class).search(KeyHeaders.none(), nothing))
                        .code())
                .isEqualTo("search-for-something");
    }

    @Test
    void an_export_is_narrowed_down_by_what_there_can_be() {
        refused("identifier", filter("no id", null, null, null));
        refused("control-characters", filter(null, "a\u0007b", null, null));
        refused("no-such-type", filter(null, null, "Referral.NeverHappened", null));
        refused("from-after-to", filter(null, null, null, Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static TrailFilterForm filter(
            @Nullable String referral, @Nullable String actor, @Nullable String type, @Nullable Instant from) {
        return new TrailFilterForm(
                referral,
                null,
                actor,
                null,
                type,
                null,
                from,
                from == null ? null : Instant.parse(LONG_AGO),
                null,
                null,
                null);
    }

    private static void refused(String code, TrailFilterForm filter) {
        var form = new TrailExportForm(TrailFormat.CSV, Purpose.AUDIT, 1, filter);
        assertThat(refusal(() -> as("aled").api(TrailExportApi.class).export(KeyHeaders.none(), form))
                        .code())
                .isEqualTo(code);
    }
}
