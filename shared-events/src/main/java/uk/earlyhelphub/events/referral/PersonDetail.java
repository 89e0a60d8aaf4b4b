package uk.earlyhelphub.events.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** What can be known of a person, each under the name by which events call it. */
public enum PersonDetail {
    @JsonProperty("name")
    NAME("name", PersonAdded::name),
    @JsonProperty("alsoKnownAs")
    ALSO_KNOWN_AS("alsoKnownAs", PersonAdded::alsoKnownAs),
    @JsonProperty("dateOfBirth")
    DATE_OF_BIRTH("dateOfBirth", PersonAdded::dateOfBirth),
    /** When an unborn child is expected. */
    @JsonProperty("dueOn")
    DUE_ON("dueOn", PersonAdded::dueOn),
    @JsonProperty("gender")
    GENDER("gender", PersonAdded::gender),
    @JsonProperty("nhsNumber")
    NHS_NUMBER("nhsNumber", PersonAdded::nhsNumber),
    @JsonProperty("upn")
    UPN("upn", PersonAdded::upn),
    @JsonProperty("uprn")
    UPRN("uprn", PersonAdded::uprn),
    @JsonProperty("address")
    ADDRESS("address", PersonAdded::address),
    @JsonProperty("postcode")
    POSTCODE("postcode", PersonAdded::postcode),
    @JsonProperty("phone")
    PHONE("phone", PersonAdded::phone),
    @JsonProperty("email")
    EMAIL("email", PersonAdded::email),
    @JsonProperty("school")
    SCHOOL("school", PersonAdded::school),
    @JsonProperty("gp")
    GP("gp", PersonAdded::gp),
    @JsonProperty("language")
    LANGUAGE("language", PersonAdded::language);

    /** What can be shared of a person: each of the details, and the information recorded about them. */
    public static final String SHAREABLE =
            "name|alsoKnownAs|dateOfBirth|dueOn|gender|nhsNumber|upn|uprn|address|postcode|phone|email|school|gp|language|information";

    private final String field;
    private final Function<PersonAdded, @Nullable ProtectedText> inAdded;

    PersonDetail(String field, Function<PersonAdded, @Nullable ProtectedText> inAdded) {
        this.field = field;
        this.inAdded = inAdded;
    }

    /** Its name in events and forms. */
    public String field() {
        return field;
    }

    /** What was said of it when a person was added, sealed; nothing if it was left out. */
    public @Nullable ProtectedText in(PersonAdded person) {
        return inAdded.apply(person);
    }

    /** The detail by its name in events and forms. */
    public static Optional<PersonDetail> named(String field) {
        return Arrays.stream(values()).filter(d -> d.field.equals(field)).findFirst();
    }
}
