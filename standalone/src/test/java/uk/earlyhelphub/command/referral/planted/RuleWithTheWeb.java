package uk.earlyhelphub.command.referral.planted;

import jakarta.servlet.http.HttpServletRequest;

/** Planted: a rule must refuse it. */
public final class RuleWithTheWeb {
    static boolean fits(HttpServletRequest request) {
        return request.isSecure();
    }
}
