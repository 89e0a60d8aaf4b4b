package uk.earlyhelphub.api.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.PartInFamily;

/**
 * A person of a case as they stand, and what stood there before.
 *
 * @param <T> how texts are shown
 * @param notKnown which details nobody knew when they were recorded
 * @param recognisedAs by which other ids the Hub knows the same person
 */
public record CasePerson<T>(
        String personId,
        PartInFamily part,
        @Nullable T name,
        @Nullable T alsoKnownAs,
        @Nullable T dateOfBirth,
        @Nullable T dueOn,
        @Nullable T gender,
        @Nullable T nhsNumber,
        @Nullable T upn,
        @Nullable T uprn,
        @Nullable T address,
        @Nullable T postcode,
        @Nullable T phone,
        @Nullable T email,
        @Nullable T school,
        @Nullable T gp,
        @Nullable T language,
        Answer interpreterNeeded,
        Answer privateFostering,
        boolean inHousehold,
        List<CaseRelationship> relationships,
        List<String> notKnown,
        List<CaseDetailCorrected<T>> corrections,
        List<String> recognisedAs,
        List<CaseNoticeGiven> privacyNotices) {

    /** How one person stands to another in the same referral. */
    public record CaseRelationship(String to, String kind, Answer parentalResponsibility) {}

    /** A detail that was put right; {@code was} is what whoever put it right remembered. */
    public record CaseDetailCorrected<T>(
            String field, @Nullable T was, T now, T reason) {}

    /** The privacy notice was given (R39). */
    public record CaseNoticeGiven(String noticeVersion, String method, LocalDate givenOn) {}
}
