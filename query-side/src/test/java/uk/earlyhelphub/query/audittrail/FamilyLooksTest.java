package uk.earlyhelphub.query.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.api.trail.LookLine;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.ConflictNoticed;
import uk.earlyhelphub.events.recordaccess.RecordAccessEvent;
import uk.earlyhelphub.events.recordaccess.RecordExported;
import uk.earlyhelphub.events.recordaccess.RecordOpened;
import uk.earlyhelphub.events.recordaccess.RecordRefused;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionFixture;

/** A refuge helps Orla, and nobody else of the family may learn of it. */
class FamilyLooksTest {
    private static final Actor REFUGE = new Actor("rosa", "Rosa Reyes", Role.PROVIDER, "refuge", null);
    private static final Actor AUDITOR = new Actor("aled", "Aled Pugh", Role.AUDITOR, "council", null);

    private final ProjectionFixture fixture = new ProjectionFixture();

    @AfterEach
    void end() {
        fixture.close();
    }

    private void did(Actor actor, RecordAccessEvent event) {
        fixture.happened(
                event.accessId().value(),
                event,
                actor,
                Purpose.ALLOCATE_SERVICE,
                Instant.parse("2026-11-05T10:00:00Z"));
    }

    private static AccessId id() {
        return new AccessId(UUID.randomUUID().toString());
    }

    private static RecordOpened opened(String relationship, PersonId... people) {
        return new RecordOpened(
                id(),
                AFamily.REFERRAL,
                "casefile",
                relationship,
                List.of(InformationCategory.IDENTIFIERS_AND_CONTACTS),
                List.of(people));
    }

    @BeforeEach
    void looks() {
        did(ProjectionFixture.AMY, opened("TEAM", AFamily.LEO, AFamily.ORLA));
        did(AUDITOR, opened("AUDIT"));
        did(REFUGE, opened("PROVIDER", AFamily.ORLA));
        did(REFUGE, opened("HUB_MEMBER"));
        did(REFUGE, new RecordRefused(id(), AFamily.REFERRAL, "casefile", RefusedBecause.NO_TIE));
        did(REFUGE, new ConflictNoticed(id(), AFamily.REFERRAL, "casefile", List.of(ConflictKind.SAME_POSTCODE)));
        did(AFamily.MAYA, new RecordRefused(id(), AFamily.REFERRAL, "casefile", RefusedBecause.NO_TIE));
        did(
                AFamily.MAYA,
                new RecordExported(
                        id(),
                        AFamily.REFERRAL,
                        "accountability-pack",
                        "pdf",
                        List.of(),
                        java.time.LocalDate.of(2027, 1, 1)));
        fixture.project(new AuditTrailProjection(ProjectionFixture.codec()));
    }

    private List<String> at(PersonId person) {
        return fixture.tables()
                .queryForList(
                        "select organisation || ' ' || type from projections.audit_line where stream = 'RecordAccess'"
                                + FamilyLooks.AT_THE_PERSON + " order by 1",
                        String.class,
                        person.value());
    }

    @Test
    void nobody_is_told_of_another_organisation_that_only_helps_somebody_else() {
        assertThat(at(AFamily.LEO))
                .containsExactlyInAnyOrder(
                        "afc RecordAccess.RecordOpened",
                        "council RecordAccess.RecordOpened",
                        "afc RecordAccess.RecordRefused",
                        "afc RecordAccess.RecordExported");
    }

    @Test
    void whoever_is_helped_is_told_who_looked_at_their_own_texts() {
        assertThat(at(AFamily.ORLA))
                .contains("refuge RecordAccess.RecordOpened")
                .hasSize(5);
    }

    @Test
    void who_took_records_out_and_why_is_not_told() {
        var at = Instant.parse("2026-11-05T10:00:00Z");
        var told = FamilyLooks.told(new LookLine(
                "ines",
                "Ines Calder",
                "INVESTIGATOR",
                "council",
                "ACCOUNT_FOR_DECISIONS",
                "RecordAccess.RecordExported",
                "accountability-pack",
                null,
                1,
                at,
                at));
        assertThat(told.toString())
                .contains("the team", "took records out")
                .doesNotContainIgnoringCase("investigator")
                .doesNotContain("council")
                .doesNotContain("account");
    }
}
