package uk.earlyhelphub.api.sharing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.SharingPurpose;

/**
 * What was shared, for its recipient, as it was when it was shared.
 *
 * @param information what was recorded of the categories shared; none if information was not shared
 */
public record SharedView(
        String sharingId,
        SharingPurpose purpose,
        LocalDate sharedOn,
        LocalDate accessUntil,
        List<SharedPerson> people,
        @Nullable List<SharedInformation> information) {

    /** Somebody of whom something was shared, with the details that were. */
    public record SharedPerson(
            String personId,
            @Nullable String name,
            @Nullable String alsoKnownAs,
            @Nullable String dateOfBirth,
            @Nullable String dueOn,
            @Nullable String gender,
            @Nullable String nhsNumber,
            @Nullable String upn,
            @Nullable String uprn,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String school,
            @Nullable String gp,
            @Nullable String language) {}

    /** Something recorded about one of them; never who told it. */
    public record SharedInformation(
            String informationId,
            String personId,
            InformationCategory category,
            String kind,
            String text,
            @Nullable LocalDate statedOn) {}
}
