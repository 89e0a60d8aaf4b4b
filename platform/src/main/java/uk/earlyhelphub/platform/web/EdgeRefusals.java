package uk.earlyhelphub.platform.web;

import java.sql.SQLException;
import uk.earlyhelphub.platform.commands.Refused;

/** What is refused before or beside any endpoint, by HTTP status: its code and its words. */
final class EdgeRefusals {
    private EdgeRefusals() {}

    static String code(int status) {
        return switch (status) {
            case 401 -> "not-signed-in";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 408 -> "too-slow";
            case 413 -> "body-too-large";
            case 415 -> "not-json";
            case 503 -> "not-now";
            default -> status >= 500 ? "unexpected" : "request-not-understood";
        };
    }

    static String detail(int status) {
        return switch (status) {
            case 404 -> String.valueOf(Refused.unknown().getMessage());
            case 405 -> "This address does not take that kind of request.";
            case 406 -> "The request asks for a kind of answer that this address does not give.";
            case 408 -> "The request did not arrive whole in the time there is for it.";
            case 413 -> "The request is larger than " + CachedBodyFilter.LIMIT / 1024 + " KiB. Split it.";
            case 415 -> "This address takes JSON: send Content-Type: application/json.";
            case 503 -> String.valueOf(Refused.notNow().getMessage());
            default ->
                status >= 500
                        ? "Something went wrong on our side. Nothing was stored by this request."
                        : "The request was not understood.";
        };
    }

    /** Whether the database refused a value as such, which no second try will change (SQL's class 22, data exceptions). */
    static boolean isAboutAValue(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("22")) {
                return true;
            }
        }
        return false;
    }
}
