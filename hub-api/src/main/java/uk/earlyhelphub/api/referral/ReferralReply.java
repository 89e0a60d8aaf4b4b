package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A referral that was received.
 *
 * @param id the referral's
 * @param version of the record, also in {@code ETag}
 * @param reference by which people speak of it
 */
@Schema(description = "A referral that was received.")
public record ReferralReply(
        @Schema(description = "The referral's.", requiredMode = Schema.RequiredMode.REQUIRED)
        String id,

        @Schema(
                description = "The version of the record, the same as in ETag.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        long version,

        @Schema(
                description = "By which people speak of it, and by which it is found.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String reference) {}
