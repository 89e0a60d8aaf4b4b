package uk.earlyhelphub.api.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.Channel;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.NeedDomain;
import uk.earlyhelphub.events.referral.ReferrerKind;

/**
 * How a referral arrived, what was asked back, how it was triaged, and whether the referrer was told.
 *
 * @param <T> how texts are shown
 */
public record CaseIntake<T>(
        CaseArrival<T> received,
        List<CaseClarification<T>> clarifications,
        List<CaseTriage<T>> triages,
        List<CaseReferrerInformed<T>> referrerInformed) {

    /**
     * What came.
     *
     * @param child the id of the child whom it is chiefly about
     * @param mustNotSee what somebody must not learn
     * @param searchId the search that was made before anybody was recorded
     */
    public record CaseArrival<T>(
            String reference,
            Channel channel,
            LocalDate receivedOn,
            String area,
            String team,
            CaseReferrer<T> referrer,
            Answer familyAware,
            @Nullable T familyNotAwareReason,
            boolean immediateRisk,
            String child,
            T summary,
            List<CaseNeed> needs,
            @Nullable T strengths,
            @Nullable T worries,
            @Nullable T childsViews,
            @Nullable T parentsViews,
            @Nullable T mustNotSee,
            List<Agency> excludedAgencies,
            String searchId,
            @Nullable String previousReferral) {}

    /** Who referred; whether the family may learn who it was is the referrer's choice. */
    public record CaseReferrer<T>(
            String personId,
            ReferrerKind kind,
            @Nullable T name,
            @Nullable T contact,
            @Nullable T organisation,
            boolean anonymousToFamily) {}

    /** One domain of need with a score from 1 (mild) to 5 (severe), or none if nobody scored it. */
    public record CaseNeed(NeedDomain domain, @Nullable Integer score) {}

    /**
     * One request to the referrer, and what came of it.
     *
     * @param supplied the answer that closed it; none as long as it is open
     * @param answers every answer so far, the first one first, those that answered a part of it included
     * @param unanswered what was asked for and has not come
     */
    public record CaseClarification<T>(
            CaseInformationAsked<T> asked,
            @Nullable CaseInformationSupplied<T> supplied,
            List<CaseInformationSupplied<T>> answers,
            List<String> unanswered) {}

    /** What the referral lacked, and by when it was needed. */
    public record CaseInformationAsked<T>(
            List<String> missing, @Nullable T note, LocalDate returnedOn, LocalDate neededBy) {}

    /** What the referrer answered. */
    public record CaseInformationSupplied<T>(
            List<String> supplied, @Nullable T note, LocalDate suppliedOn) {}

    /** A level of need with its reasons; {@code dueOn} is when it was to be set at the latest. */
    public record CaseTriage<T>(LevelOfNeed level, T rationale, LocalDate triagedOn, LocalDate dueOn) {}

    /** The referrer was told what came of it (R59). */
    public record CaseReferrerInformed<T>(
            InformMethod method, @Nullable T what, LocalDate informedOn) {}
}
