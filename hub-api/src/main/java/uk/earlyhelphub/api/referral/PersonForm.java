package uk.earlyhelphub.api.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.forms.BirthDate;
import uk.earlyhelphub.api.forms.Code;
import uk.earlyhelphub.api.forms.NhsNumber;
import uk.earlyhelphub.api.forms.Postcode;
import uk.earlyhelphub.api.forms.Upn;
import uk.earlyhelphub.api.forms.Uprn;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.PartInFamily;

/** One person of the family as typed in. What is not known is left out, or named in {@code notKnown}. */
public record PersonForm(
        @NotBlank @Code String key,
        @NotNull PartInFamily part,
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 200) String alsoKnownAs,
        @Nullable @BirthDate LocalDate dateOfBirth,
        @Nullable LocalDate dueOn,
        @Nullable @Size(max = 60) String gender,
        @Nullable @NhsNumber String nhsNumber,
        @Nullable @Upn String upn,
        @Nullable @Uprn String uprn,
        @Nullable @Size(max = 400) String address,
        @Nullable @Postcode String postcode,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Email @Size(max = 200) String email,
        @Nullable @Size(max = 200) String school,
        @Nullable @Size(max = 200) String gp,
        @Nullable @Size(max = 60) String language,
        @Nullable Answer interpreterNeeded,
        @Nullable Answer privateFostering,
        @NotNull Boolean inHousehold,
        @Nullable @Size(max = 30) List<@Valid RelationshipForm> relationships,
        @Nullable @Size(max = 30) List<@NotBlank @Code String> notKnown) {

    /** How somebody stands to another person of the form, or of the referral. */
    public record RelationshipForm(
            @NotBlank @Size(max = 40) String to,
            @NotBlank @Code String kind,
            @NotNull Answer parentalResponsibility) {}
}
