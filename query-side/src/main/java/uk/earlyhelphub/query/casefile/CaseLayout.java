package uk.earlyhelphub.query.casefile;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CaseEnding;
import uk.earlyhelphub.api.casefile.CaseEnding.CaseClosed;
import uk.earlyhelphub.api.casefile.CaseEnding.CaseHandoverAcknowledged;
import uk.earlyhelphub.api.casefile.CaseEnding.CaseReopened;
import uk.earlyhelphub.api.casefile.CaseEnding.CaseStepDown;
import uk.earlyhelphub.api.casefile.CaseEnding.CaseStepUp;
import uk.earlyhelphub.api.casefile.CaseHub;
import uk.earlyhelphub.api.casefile.CaseHub.CaseDiscussion;
import uk.earlyhelphub.api.casefile.CaseHub.CaseDissent;
import uk.earlyhelphub.api.casefile.CaseHub.CaseOffAgenda;
import uk.earlyhelphub.api.casefile.CaseHub.CaseOption;
import uk.earlyhelphub.api.casefile.CaseInformation;
import uk.earlyhelphub.api.casefile.CaseIntake;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseArrival;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseClarification;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseInformationAsked;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseInformationSupplied;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseNeed;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseReferrer;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseReferrerInformed;
import uk.earlyhelphub.api.casefile.CaseIntake.CaseTriage;
import uk.earlyhelphub.api.casefile.CasePerson;
import uk.earlyhelphub.api.casefile.CasePerson.CaseDetailCorrected;
import uk.earlyhelphub.api.casefile.CasePerson.CaseNoticeGiven;
import uk.earlyhelphub.api.casefile.CasePerson.CaseRelationship;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.events.referral.Need;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.ReferralTriaged;
import uk.earlyhelphub.events.referral.Referrer;
import uk.earlyhelphub.events.referral.Relationship;
import uk.earlyhelphub.model.referral.Ending;
import uk.earlyhelphub.model.referral.Household;
import uk.earlyhelphub.model.referral.HubJourney;
import uk.earlyhelphub.model.referral.Intake;

/**
 * Lays the parts of a case out, with each sealed text as the reader gets it. Only for readers of the whole; what others see has
 * types of its own.
 *
 * @param <T> how texts are shown
 */
public final class CaseLayout<T> {
    private final Texts<T> texts;
    private final Function<String, T> inTheClear;

    /**
     * @param show what stands in the place of a sealed text
     * @param inTheClear what stands in the place of a text of the same kind that an earlier release did not seal
     */
    public CaseLayout(Function<ProtectedText, T> show, Function<String, T> inTheClear) {
        this.texts = new Texts<>(show);
        this.inTheClear = inTheClear;
    }

    /** Sealed texts as somebody is shown them. */
    record Texts<T>(Function<ProtectedText, T> show) {
        T of(ProtectedText text) {
            return show.apply(text);
        }

        @Nullable
        T orNone(@Nullable ProtectedText text) {
            return text == null ? null : show.apply(text);
        }
    }

    /** How it came, what was asked back, and how it was triaged. */
    public CaseIntake<T> intake(Intake intake) {
        return new CaseIntake<>(
                arrival(intake.arrival()),
                intake.clarifications().stream().map(this::clarification).toList(),
                triages(intake),
                referrerInformed(intake));
    }

    /** When the referrer was told. */
    public List<CaseReferrerInformed<T>> referrerInformed(Intake intake) {
        return intake.referrerInformed().stream()
                .map(i -> new CaseReferrerInformed<>(i.method(), texts.orNone(i.what()), i.informedOn()))
                .toList();
    }

    /** One text; nothing if nothing was said. */
    public @Nullable T text(@Nullable ProtectedText text) {
        return texts.orNone(text);
    }

    /** Who referred. */
    public CaseReferrer<T> referrer(Referrer referrer) {
        return new CaseReferrer<>(
                referrer.personId().value(),
                referrer.kind(),
                texts.orNone(referrer.name()),
                texts.orNone(referrer.contact()),
                organisation(referrer),
                referrer.anonymousToFamily());
    }

    /** For whom the referrer works: it is for those who read texts, whether or not it was sealed when it was written. */
    private @Nullable T organisation(Referrer referrer) {
        var before = referrer.organisationInTheClear();
        return before == null || referrer.organisation() != null
                ? texts.orNone(referrer.organisation())
                : inTheClear.apply(before);
    }

    private CaseArrival<T> arrival(ReferralReceived came) {
        return new CaseArrival<>(
                came.reference(),
                came.channel(),
                came.receivedOn(),
                came.area(),
                came.team(),
                referrer(came.referrer()),
                came.familyAware(),
                texts.orNone(came.familyNotAwareReason()),
                came.immediateRisk(),
                came.child().value(),
                texts.of(came.summary()),
                needs(came.needs()),
                texts.orNone(came.strengths()),
                texts.orNone(came.worries()),
                texts.orNone(came.childsViews()),
                texts.orNone(came.parentsViews()),
                texts.orNone(came.mustNotSee()),
                came.excludedAgencies(),
                came.searchId(),
                came.previousReferral() == null ? null : came.previousReferral().value());
    }

    /** What kinds of help the family needs. */
    public static List<CaseNeed> needs(List<Need> needs) {
        return needs.stream().map(n -> new CaseNeed(n.domain(), n.score())).toList();
    }

    /** What the referrer was asked, and answered. */
    public CaseClarification<T> clarification(Intake.Clarification one) {
        var asked = one.asked();
        var supplied = one.supplied();
        return new CaseClarification<>(
                new CaseInformationAsked<>(
                        asked.missing(), texts.orNone(asked.note()), asked.returnedOn(), asked.neededBy()),
                supplied == null ? null : supplied(supplied),
                one.answers().stream().map(this::supplied).toList(),
                one.unanswered());
    }

    private CaseInformationSupplied<T> supplied(InformationSupplied answer) {
        return new CaseInformationSupplied<>(answer.supplied(), texts.orNone(answer.note()), answer.suppliedOn());
    }

    /** Every level of need that was set. */
    public List<CaseTriage<T>> triages(Intake intake) {
        return intake.triages().stream().map(this::triage).toList();
    }

    private CaseTriage<T> triage(ReferralTriaged t) {
        return new CaseTriage<>(t.level(), texts.of(t.rationale()), t.triagedOn(), t.dueOn());
    }

    /** A person as they stand, with every correction since they were recorded. */
    public CasePerson<T> person(Household.Person person) {
        var added = person.added();
        return new CasePerson<>(
                added.personId().value(),
                added.part(),
                detail(person, PersonDetail.NAME),
                detail(person, PersonDetail.ALSO_KNOWN_AS),
                detail(person, PersonDetail.DATE_OF_BIRTH),
                detail(person, PersonDetail.DUE_ON),
                detail(person, PersonDetail.GENDER),
                detail(person, PersonDetail.NHS_NUMBER),
                detail(person, PersonDetail.UPN),
                detail(person, PersonDetail.UPRN),
                detail(person, PersonDetail.ADDRESS),
                detail(person, PersonDetail.POSTCODE),
                detail(person, PersonDetail.PHONE),
                detail(person, PersonDetail.EMAIL),
                detail(person, PersonDetail.SCHOOL),
                detail(person, PersonDetail.GP),
                detail(person, PersonDetail.LANGUAGE),
                added.interpreterNeeded(),
                added.privateFostering(),
                person.inHousehold(),
                relationships(person.relationships()),
                added.notKnown(),
                person.corrections().stream().map(this::correction).toList(),
                person.sameAs().stream().map(PersonId::value).toList(),
                person.notices().stream()
                        .map(n -> new CaseNoticeGiven(n.noticeVersion(), n.method(), n.givenOn()))
                        .toList());
    }

    /** A detail as it stands, the last correction counted. */
    @Nullable
    T detail(Household.Person person, PersonDetail detail) {
        return texts.orNone(person.standing(detail));
    }

    static List<CaseRelationship> relationships(List<Relationship> ties) {
        return ties.stream()
                .map(r -> new CaseRelationship(r.to().value(), r.kind(), r.parentalResponsibility()))
                .toList();
    }

    private CaseDetailCorrected<T> correction(DetailsCorrected c) {
        return new CaseDetailCorrected<>(c.field(), texts.orNone(c.was()), texts.of(c.now()), texts.of(c.reason()));
    }

    /** Something recorded about a person. */
    public CaseInformation<T> information(InformationRecorded i) {
        return new CaseInformation<>(
                i.informationId().value(),
                i.personId().value(),
                i.category(),
                i.kind(),
                texts.of(i.text()),
                texts.of(i.source()),
                i.statedOn());
    }

    /** Its way through the meetings. */
    public CaseHub<T> hub(HubJourney hub) {
        return new CaseHub<>(
                hub.agenda() == null ? null : hub.agenda().value(),
                hub.discussions().stream().map(this::discussion).toList(),
                hub.removals().stream()
                        .map(r -> new CaseOffAgenda<>(r.meetingId().value(), r.cause(), texts.orNone(r.reason())))
                        .toList(),
                hub.returns());
    }

    private CaseDiscussion<T> discussion(DiscussedAtHub d) {
        return new CaseDiscussion<>(
                d.discussionId().value(),
                d.meetingId().value(),
                d.discussedOn(),
                d.present(),
                d.options().stream()
                        .map(o -> new CaseOption(o.decision(), o.offerId()))
                        .toList(),
                d.decision(),
                texts.of(d.rationale()),
                d.dissent().stream()
                        .map(x -> new CaseDissent<>(x.member(), texts.of(x.reason())))
                        .toList(),
                d.decidedBy(),
                d.follows() == null ? null : d.follows().value());
    }

    /** Handovers, and whether it is closed. */
    public CaseEnding<T> ending(Ending ending) {
        var closed = ending.closed();
        return new CaseEnding<>(
                ending.steppedUp(),
                ending.stepUps().stream()
                        .map(s -> new CaseStepUp<>(
                                s.handoverId().value(), s.immediate(), texts.of(s.reason()), s.steppedUpOn()))
                        .toList(),
                ending.stepDowns().stream()
                        .map(s -> new CaseStepDown<>(s.handoverId().value(), texts.of(s.reason()), s.steppedDownOn()))
                        .toList(),
                ending.acknowledged().stream()
                        .map(a -> new CaseHandoverAcknowledged(
                                a.handoverId().value(), a.acknowledgedBy(), a.acknowledgedOn()))
                        .toList(),
                closed == null
                        ? null
                        : new CaseClosed<>(closed.reasonCode(), texts.orNone(closed.reason()), closed.closedOn()),
                ending.reopenings().stream()
                        .map(r -> new CaseReopened<>(texts.of(r.reason()), r.reopenedOn()))
                        .toList());
    }
}
