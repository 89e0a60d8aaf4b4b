package uk.earlyhelphub.query.accountabilitypack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.api.pack.PackProfile;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;

class PackTurnsTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private static PackStore.Kept pack(String person, int n) {
        return new PackStore.Kept(
                person + n,
                new ReferralId("371f1b81-36f4-47a2-a042-d96069466b94"),
                "d",
                PackProfile.INVESTIGATOR,
                null,
                new Actor(person, person, Role.INVESTIGATOR, "afc", null),
                "c",
                AT.plusSeconds(n),
                LocalDate.of(2026, 12, 1),
                PackStore.State.WAITING,
                0,
                null);
    }

    /** As the store shows it: of everybody the first. */
    private static List<PackStore.Kept> firstOfEach(List<PackStore.Kept> waiting) {
        var first = new LinkedHashMap<String, PackStore.Kept>();
        waiting.forEach(k -> first.putIfAbsent(k.by().id(), k));
        return List.copyOf(first.values());
    }

    @Test
    void somebody_who_asked_late_waits_for_one_pack_of_somebody_who_asked_for_many() {
        var waiting = new ArrayList<PackStore.Kept>();
        for (int n = 0; n < 60; n++) {
            waiting.add(pack("ines", n));
        }
        var turns = new PackTurns();
        var made = new ArrayList<String>();
        for (int n = 0; n < 6; n++) {
            if (n == 2) {
                waiting.add(pack("dora", 100));
                waiting.add(pack("dora", 101));
            }
            var next = turns.next(firstOfEach(waiting)).orElseThrow();
            made.add(next.id());
            waiting.remove(next);
        }
        assertThat(made).containsExactly("ines0", "ines1", "dora100", "ines2", "dora101", "ines3");
        assertThat(turns.next(List.of())).isEmpty();
    }
}
