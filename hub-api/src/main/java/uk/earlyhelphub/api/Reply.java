package uk.earlyhelphub.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a command led to.
 *
 * @param id what was made or changed
 * @param version the version of the record, also in {@code ETag}; none for an outsider who may not see the record any more
 */
@Schema(description = "What a command led to.")
public record Reply(
        @Schema(description = "What was made or changed.", requiredMode = Schema.RequiredMode.REQUIRED)
        String id,

        @Schema(
                description =
                        "The version of the record that it led to, the same as in ETag; left out for whoever may not see the record any more.")
        @Nullable
        Long version) {}
