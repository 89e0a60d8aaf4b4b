package uk.earlyhelphub.command.referral.receive;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.command.referral.receive.ReferralForm.RelationshipForm;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.Relationship;
import uk.earlyhelphub.personaldata.PersonSearch;
import uk.earlyhelphub.personaldata.PersonSearch.Details;
import uk.earlyhelphub.personaldata.Vault;

/** Turns the people of a form into events, sealed, and makes them findable. */
@Component
class SealedPeople {
    private final PersonSearch search;
    private final Vault vault;

    SealedPeople(PersonSearch search, Vault vault) {
        this.search = search;
        this.vault = vault;
    }

    PersonAdded person(
            ReferralId referral, PersonId id, PersonForm form, Function<String, PersonId> idOf, Vault.Sealer sealer) {
        BiFunction<String, @Nullable String, @Nullable ProtectedText> seal =
                (field, text) -> sealer.sealIfAny(PersonAdded.class, field, id, text);
        var relationships = form.relationships() == null ? List.<RelationshipForm>of() : form.relationships();
        return new PersonAdded(
                referral,
                id,
                form.part(),
                seal.apply("name", form.name()),
                seal.apply("alsoKnownAs", form.alsoKnownAs()),
                seal.apply("dateOfBirth", text(form.dateOfBirth())),
                seal.apply("dueOn", text(form.dueOn())),
                seal.apply("gender", form.gender()),
                seal.apply("nhsNumber", form.nhsNumber()),
                seal.apply("upn", form.upn()),
                seal.apply("uprn", form.uprn()),
                seal.apply("address", form.address()),
                seal.apply("postcode", form.postcode()),
                seal.apply("phone", form.phone()),
                seal.apply("email", form.email()),
                seal.apply("school", form.school()),
                seal.apply("gp", form.gp()),
                seal.apply("language", form.language()),
                form.interpreterNeeded() == null ? Answer.NOT_KNOWN : form.interpreterNeeded(),
                form.privateFostering() == null ? Answer.NOT_KNOWN : form.privateFostering(),
                form.inHousehold(),
                relationships.stream()
                        .map(r -> new Relationship(idOf.apply(r.to()), r.kind(), r.parentalResponsibility()))
                        .toList(),
                form.notKnown() == null ? List.of() : form.notKnown());
    }

    /** To be called once the person is on record: before, nobody could find whom nobody recorded. */
    void remember(PersonId id, PersonForm form) {
        var names = Stream.of(form.name(), form.alsoKnownAs())
                .filter(n -> n != null && !n.isBlank())
                .map(String::valueOf)
                .toList();
        var born = form.dateOfBirth();
        if (born != null) {
            vault.rememberBirth(id, born);
        }
        if (!names.isEmpty() || born != null) {
            search.remember(id, new Details(names, text(born), form.postcode(), form.nhsNumber(), form.upn()));
        }
    }

    /** Clocks run from the date that is right, and people are found by what is right, besides what was written before. */
    void rememberCorrection(PersonId id, String field, String now) {
        switch (field) {
            case "dateOfBirth" -> {
                vault.rememberBirth(id, LocalDate.parse(now));
                search.remember(id, new Details(List.of(), now, null, null, null));
            }
            case "name", "alsoKnownAs" -> search.remember(id, new Details(List.of(now), null, null, null, null));
            case "postcode" -> search.remember(id, new Details(List.of(), null, now, null, null));
            case "nhsNumber" -> search.remember(id, new Details(List.of(), null, null, now, null));
            case "upn" -> search.remember(id, new Details(List.of(), null, null, null, now));
            default -> {}
        }
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
