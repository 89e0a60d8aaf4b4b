package uk.earlyhelphub.command.referral.people;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.referral.PersonForm;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.events.referral.Relationship;
import uk.earlyhelphub.personaldata.PersonSearch.Details;
import uk.earlyhelphub.personaldata.Preparation;

/** Seals the people of a form, and prepares that they can be found once they are on record. */
public final class SealedPerson {
    private SealedPerson() {}

    /**
     * Somebody as typed in, sealed.
     *
     * @param idOf finds the person whom a relationship names
     */
    public static NewPerson of(PersonId id, PersonForm form, Function<String, PersonId> idOf, Preparation preparation) {
        var typed = details(form);
        var sealed = new EnumMap<PersonDetail, ProtectedText>(PersonDetail.class);
        typed.forEach(
                (detail, text) -> sealed.put(detail, preparation.seal(PersonAdded.class, detail.field(), id, text)));
        prepare(id, typed, preparation);
        var relationships =
                form.relationships() == null ? List.<PersonForm.RelationshipForm>of() : form.relationships();
        return new NewPerson(
                id,
                form.part(),
                sealed,
                form.interpreterNeeded() == null ? Answer.NOT_KNOWN : form.interpreterNeeded(),
                form.privateFostering() == null ? Answer.NOT_KNOWN : form.privateFostering(),
                form.inHousehold(),
                relationships.stream()
                        .map(r -> new Relationship(idOf.apply(r.to()), r.kind(), r.parentalResponsibility()))
                        .toList(),
                form.notKnown() == null ? List.of() : form.notKnown());
    }

    /**
     * Prepares that the clocks run from the date of birth and that the person is found by these details, besides those given
     * before.
     */
    public static void prepare(PersonId id, Map<PersonDetail, String> typed, Preparation preparation) {
        var born = typed.get(PersonDetail.DATE_OF_BIRTH);
        if (born != null) {
            preparation.keepBirth(id, LocalDate.parse(born));
        }
        var names = Stream.of(PersonDetail.NAME, PersonDetail.ALSO_KNOWN_AS)
                .filter(typed::containsKey)
                .map(typed::get)
                .toList();
        preparation.makeFindable(
                id,
                new Details(
                        names,
                        born,
                        typed.get(PersonDetail.POSTCODE),
                        typed.get(PersonDetail.NHS_NUMBER),
                        typed.get(PersonDetail.UPN)));
    }

    /** What was typed in of each detail; what was left out is missing. */
    private static Map<PersonDetail, String> details(PersonForm form) {
        var typed = new EnumMap<PersonDetail, String>(PersonDetail.class);
        for (var detail : PersonDetail.values()) {
            var text = typed(form, detail);
            if (text != null && !text.isBlank()) {
                typed.put(detail, text);
            }
        }
        return typed;
    }

    private static @Nullable String typed(PersonForm form, PersonDetail detail) {
        return switch (detail) {
            case NAME -> form.name();
            case ALSO_KNOWN_AS -> form.alsoKnownAs();
            case DATE_OF_BIRTH ->
                form.dateOfBirth() == null ? null : form.dateOfBirth().toString();
            case DUE_ON -> form.dueOn() == null ? null : form.dueOn().toString();
            case GENDER -> form.gender();
            case NHS_NUMBER -> form.nhsNumber();
            case UPN -> form.upn();
            case UPRN -> form.uprn();
            case ADDRESS -> form.address();
            case POSTCODE -> form.postcode();
            case PHONE -> form.phone();
            case EMAIL -> form.email();
            case SCHOOL -> form.school();
            case GP -> form.gp();
            case LANGUAGE -> form.language();
        };
    }
}
