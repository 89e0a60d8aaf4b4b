package uk.earlyhelphub.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not carried out (RFC 9457), with what the Hub adds.
 *
 * @param type leads to a page of help about the rule
 * @param title the rule in words
 * @param status the HTTP status
 * @param detail what stood in the way and what would satisfy it; never what was sent
 * @param code the rule; it never changes its name
 * @param errors the fields at fault, if it is about fields
 * @param recorded true if the refusal is itself part of the history
 */
@Schema(description = "Why a request was not carried out (RFC 9457).")
public record Problem(
        @Schema(description = "Leads to a page of help about the rule.", requiredMode = Schema.RequiredMode.REQUIRED)
        String type,

        @Schema(description = "The rule in words.", requiredMode = Schema.RequiredMode.REQUIRED)
        String title,

        @Schema(description = "The HTTP status.", requiredMode = Schema.RequiredMode.REQUIRED)
        int status,

        @Schema(
                description = "What stood in the way, and what would satisfy it.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String detail,

        @Schema(
                description = "The rule that stood in the way; it never changes its name.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String code,

        @Schema(description = "The fields at fault, if it is about fields.") @Nullable
        List<FieldFault> errors,

        @Schema(description = "True if the refusal is itself part of the history.") @Nullable
        Boolean recorded) {

    /** The fields at fault; none if it is not about fields. */
    public List<FieldFault> faults() {
        return errors == null ? List.of() : List.copyOf(errors);
    }

    /**
     * One field at fault.
     *
     * @param field where it is in the body, such as {@code people[0].key}, or the name of a parameter or header
     * @param rule the rule that it breaks
     * @param message what it should be
     */
    @Schema(description = "One field at fault.")
    public record FieldFault(
            @Schema(
                    description = "Where it is in the body, or the name of a parameter or header.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String field,

            @Schema(description = "The rule that it breaks.", requiredMode = Schema.RequiredMode.REQUIRED)
            String rule,

            @Schema(description = "What it should be.", requiredMode = Schema.RequiredMode.REQUIRED)
            String message) {

        /** The same place as a JSON Pointer (RFC 6901) such as {@code /people/0/key}. */
        public String pointer() {
            return field.isEmpty() ? "" : "/" + field.replace("]", "").replaceAll("[.\\[]", "/");
        }
    }
}
