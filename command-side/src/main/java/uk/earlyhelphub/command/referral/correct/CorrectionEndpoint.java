package uk.earlyhelphub.command.referral.correct;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.CorrectionApi;
import uk.earlyhelphub.api.referral.ReceivingApi.ReferrerForm;
import uk.earlyhelphub.command.referral.people.SealedPerson;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.command.sending.Sending;
import uk.earlyhelphub.events.ids.Identifiers;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.HouseholdCorrected;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.events.referral.ReferralCorrected;
import uk.earlyhelphub.events.referral.Referrer;
import uk.earlyhelphub.events.referral.Relationship;
import uk.earlyhelphub.personaldata.Birthdays;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.EdgeRule;

/** Putting a detail right. */
@RestController
class CorrectionEndpoint implements CorrectionApi {
    private final CommandSender sender;
    private final Clock clock;

    CorrectionEndpoint(CommandSender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<Reply> correct(String path, CommandHeaders headers, CorrectionForm form) {
        var id = CommandSender.referral(path);
        requireShape(form);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var person = new PersonId(CommandSender.id(form.personId()));
        var type = DetailsCorrected.class;
        SealedPerson.prepare(person, Map.of(form.field(), form.now()), sending.preparation());
        return sending.done(new CorrectDetails(
                id,
                person,
                form.field(),
                sending.ofIfAny(type, "was", person, form.was()),
                sending.of(type, "now", person, form.now()),
                sending.of(type, "reason", person, form.reason()),
                form.field() == PersonDetail.DATE_OF_BIRTH
                        ? Birthdays.bandOn(today(), LocalDate.parse(form.now()))
                        : null));
    }

    @Override
    public ResponseEntity<Reply> correctReferral(String path, CommandHeaders headers, ReferralCorrectionForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var type = ReferralCorrected.class;
        return sending.done(new CorrectReferral(
                id,
                form.area(),
                form.team(),
                form.referrer() == null ? null : referrer(sender.referrer(id), form.referrer(), sending),
                form.excludedAgencies(),
                sending.about(type, "reason", form.reason())));
    }

    /** Under the id that they have: whatever was said of who referred the family stays one person's, and is hidden as such. */
    private static Referrer referrer(PersonId id, ReferrerForm form, Sending sending) {
        var type = ReferralCorrected.class;
        return new Referrer(
                id,
                form.kind(),
                sending.ofIfAny(type, "name", id, form.name()),
                sending.ofIfAny(type, "contact", id, form.contact()),
                sending.ofIfAny(type, "organisation", id, form.organisation()),
                null,
                form.anonymousToFamily());
    }

    @Override
    public ResponseEntity<Reply> correctHousehold(String path, CommandHeaders headers, HouseholdCorrectionForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var tie = form.relationship();
        return sending.done(new CorrectHousehold(
                id,
                new PersonId(CommandSender.id(form.personId())),
                form.inHousehold(),
                tie == null
                        ? null
                        : new Relationship(
                                new PersonId(CommandSender.id(tie.to())), tie.kind(), tie.parentalResponsibility()),
                sending.about(HouseholdCorrected.class, "reason", form.reason())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }

    /** A corrected value keeps the shape that its field has on every form. */
    private void requireShape(CorrectionForm form) {
        var well = switch (form.field()) {
            case DATE_OF_BIRTH -> isBirthDate(form.now());
            case DUE_ON -> isDate(form.now());
            case NHS_NUMBER -> Identifiers.isNhsNumber(form.now());
            case UPN -> Identifiers.isUpn(form.now());
            case UPRN -> Identifiers.isUprn(form.now());
            case POSTCODE -> Identifiers.isPostcode(form.now());
            case NAME, ALSO_KNOWN_AS, GENDER, ADDRESS, PHONE, EMAIL, SCHOOL, GP, LANGUAGE -> true;
        };
        if (!well) {
            throw Refused.by(EdgeRule.WRONG_TYPE, "now", "This is not a value that the field can take.");
        }
    }

    private boolean isBirthDate(String text) {
        return isDate(text)
                && LocalDate.parse(text).getYear() >= 1900
                && !LocalDate.parse(text).isAfter(today());
    }

    private static boolean isDate(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") && LocalDate.parse(text).getYear() >= 1900;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
