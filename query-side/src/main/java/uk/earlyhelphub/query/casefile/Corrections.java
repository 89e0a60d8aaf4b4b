package uk.earlyhelphub.query.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CaseHistory.CaseCorrection;
import uk.earlyhelphub.api.casefile.CaseHistory.CorrectedFact;
import uk.earlyhelphub.api.casefile.CaseHistory.CorrectionKind;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.HouseholdCorrected;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.ReferralCorrected;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** What was put right, one line for each fact. */
final class Corrections {
    private final PersonId child;
    private final Function<ProtectedText, String> show;

    /**
     * @param child whom the case is chiefly about
     * @param show what stands in the place of a sealed text
     */
    Corrections(PersonId child, Function<ProtectedText, String> show) {
        this.child = child;
        this.show = show;
    }

    /** @param corrections as they were recorded, oldest first */
    List<CaseCorrection> of(List<RecordedEvent> corrections) {
        return corrections.stream().flatMap(this::of).toList();
    }

    private Stream<CaseCorrection> of(RecordedEvent event) {
        return switch (event.payload()) {
            case DetailsCorrected e ->
                Stream.of(line(
                        event,
                        CorrectionKind.DetailsCorrected,
                        new CorrectedFact(
                                e.personId().value(),
                                e.field(),
                                e.was() == null ? null : show.apply(e.was()),
                                show.apply(e.now()),
                                null,
                                null,
                                show.apply(e.reason()))));
            case PersonLinked e ->
                Stream.of(line(
                        event,
                        CorrectionKind.PersonLinked,
                        new CorrectedFact(
                                e.personId().value(),
                                null,
                                null,
                                null,
                                e.samePersonAs().value(),
                                null,
                                show.apply(e.reason()))));
            case PersonUnlinked e ->
                Stream.of(line(
                        event,
                        CorrectionKind.PersonUnlinked,
                        new CorrectedFact(
                                e.personId().value(),
                                null,
                                null,
                                null,
                                null,
                                e.notTheSameAs().value(),
                                show.apply(e.reason()))));
            case ReferralCorrected e -> ofReferral(event, e);
            case HouseholdCorrected e -> ofHousehold(event, e);
            default -> throw new IllegalStateException("Nothing was put right by this");
        };
    }

    private Stream<CaseCorrection> ofReferral(RecordedEvent event, ReferralCorrected e) {
        var facts = new ArrayList<CorrectedFact>();
        var reason = show.apply(e.reason());
        add(facts, child, "area", e.area(), reason);
        add(facts, child, "team", e.team(), reason);
        var referrer = e.referrer();
        if (referrer != null) {
            var name = referrer.name() == null ? null : show.apply(referrer.name());
            add(facts, child, "referrer", name == null ? referrer.kind().name() : name, reason);
        }
        if (e.excludedAgencies() != null) {
            var agencies = e.excludedAgencies().stream().map(Enum::name).collect(Collectors.joining(", "));
            add(facts, child, "excludedAgencies", agencies, reason);
        }
        return facts.stream().map(fact -> line(event, CorrectionKind.ReferralCorrected, fact));
    }

    private Stream<CaseCorrection> ofHousehold(RecordedEvent event, HouseholdCorrected e) {
        var facts = new ArrayList<CorrectedFact>();
        var reason = show.apply(e.reason());
        add(
                facts,
                e.personId(),
                "inHousehold",
                e.inHousehold() == null ? null : e.inHousehold().toString(),
                reason);
        var tie = e.relationship();
        add(
                facts,
                e.personId(),
                "relationships",
                tie == null
                        ? null
                        : tie.kind() + " " + tie.to().value() + " "
                                + tie.parentalResponsibility().name(),
                reason);
        return facts.stream().map(fact -> line(event, CorrectionKind.HouseholdCorrected, fact));
    }

    private static void add(
            List<CorrectedFact> facts, PersonId about, String field, @Nullable String now, String reason) {
        if (now != null) {
            facts.add(new CorrectedFact(about.value(), field, null, now, null, null, reason));
        }
    }

    private static CaseCorrection line(RecordedEvent event, CorrectionKind kind, CorrectedFact fact) {
        return new CaseCorrection(
                event.recordedAt(), Actor.from(event.envelope()).name(), kind, fact);
    }
}
