package uk.earlyhelphub.api;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a command led to.
 *
 * @param id what was made or changed
 * @param version the version of the record, also in {@code ETag}
 */
@Schema(description = "What a command led to.")
public record Reply(
        @Schema(description = "What was made or changed.", requiredMode = Schema.RequiredMode.REQUIRED)
        String id,

        @Schema(
                description = "The version of the record that it led to, the same as in ETag.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        long version) {}
