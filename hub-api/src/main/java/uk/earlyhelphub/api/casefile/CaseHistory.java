package uk.earlyhelphub.api.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case between two instants. Texts are shown as the reader may see them, or as {@code [sealed]}.
 *
 * @param changes what differs between its states at the two
 * @param asKnownThen the case as it was known at {@code to}
 * @param corrections what was put right since
 * @param asCorrectedSince the case at {@code to}, with those corrections
 */
public record CaseHistory(
        Instant from,
        Instant to,
        List<CaseDifference> changes,
        CaseView asKnownThen,
        List<CaseCorrection> corrections,
        CaseView asCorrectedSince) {

    /**
     * One value that differs.
     *
     * @param path where, e.g. {@code consents.asked[…].standing}; entries of lists are named by their id where they have one
     * @param before what stood there; none if there was nothing
     * @param after what stands there; none if there is nothing any more
     */
    public record CaseDifference(
            String path, @Nullable String before, @Nullable String after) {}

    /**
     * Something that was put right later.
     *
     * @param by the name of who put it right
     */
    public record CaseCorrection(Instant at, String by, CorrectionKind kind, CorrectedFact what) {}

    /** What can be put right. The names are those of the events. */
    public enum CorrectionKind {
        /** A detail of a person. */
        DetailsCorrected,
        /** What was said of the referral when it came. */
        ReferralCorrected,
        /** Who lives in the household, and how one stands to another. */
        HouseholdCorrected,
        /** A person was recognised as one whom the Hub knows. */
        PersonLinked,
        /** Two who were taken for one are two. */
        PersonUnlinked
    }

    /**
     * What was put right.
     *
     * @param personId about whom; the child whom the referral is chiefly about, if it is about the referral itself
     * @param field which detail, with what it {@code was} and is {@code now}
     * @param samePersonAs as whom a person was recognised
     * @param notTheSameAs whom a person was wrongly taken for
     */
    public record CorrectedFact(
            String personId,
            @Nullable String field,
            @Nullable String was,
            @Nullable String now,
            @Nullable String samePersonAs,
            @Nullable String notTheSameAs,
            String reason) {}
}
