package uk.earlyhelphub.query.casefile;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays out for whom the referrer works, sealed or from before it was: it is for those who read the case's texts. */
final class ReferrerShown {
    private ReferrerShown() {}

    /**
     * Settles it in what is shown of how the referral came.
     *
     * @param content whether the reader sees texts at all
     */
    static JsonNode settled(JsonNode intake, boolean content) {
        if (intake.path("arrival").path("referrer") instanceof ObjectNode referrer
                && referrer.has("organisationInTheClear")) {
            var inTheClear = referrer.remove("organisationInTheClear");
            referrer.put("organisation", content ? inTheClear.asString() : "[sealed]");
        }
        return intake;
    }
}
