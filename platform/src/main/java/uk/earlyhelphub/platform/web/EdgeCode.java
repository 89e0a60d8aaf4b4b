package uk.earlyhelphub.platform.web;

import uk.earlyhelphub.events.kernel.ReasonCode;

/** Why a request was not answered although no rule refused it: who asks is not known, the moment is bad, or it never got that far. */
enum EdgeCode implements ReasonCode {
    NOT_SIGNED_IN(
            401,
            "Send a valid token in the Authorization header.",
            "The request carried no valid token. Get one from your organisation's sign-in and send it as \"Authorization: Bearer ...\"."
                    + " Tokens end after a while; get a new one."),
    ACCESS_ENDED(
            401,
            "Your access to the Hub has ended.",
            "Somebody who answers for the Hub ended your access. Ask your manager; a new sign-in does not help."),
    METHOD_NOT_ALLOWED(
            405,
            "This address does not take that kind of request.",
            "This address does not take that kind of request. The API description, docs/openapi.json, says which it takes."),
    NOT_ACCEPTABLE(
            406,
            "The request asks for a kind of answer that this address does not give.",
            "The Accept header asks for a kind of answer that this address does not give. Nothing was done."
                    + " Send Accept: application/json, or leave it out."),
    TOO_SLOW(
            408,
            "The request did not arrive whole in the time there is for it.",
            "A request has to arrive whole within a few seconds of its first byte. Send it again over a better connection."),
    BODY_TOO_LARGE(
            413,
            "The request is larger than " + CachedBodyFilter.LIMIT / 1024 + " KiB. Split it.",
            "The request is larger than this service accepts. Send less at once, for example information in several requests."),
    TOO_MANY_AT_ONCE(
            429,
            "You have too many requests under way. Wait for their answers.",
            "One person may have so many requests under way at the same time."
                    + " Wait for the answers and send the next ones then; Retry-After says when."),
    UNEXPECTED(
            500,
            "Something went wrong on our side. Nothing was stored by this request.",
            "A fault of the service itself. It is in the log with the time of your request; tell your administrator."),
    NOT_NOW(
            503,
            "This cannot be answered safely just now. Nothing was lost; try again in a moment.",
            "A part of the service that this answer needs could not be reached, so it was refused rather than half done."
                    + " Try again in a moment."),
    ISSUER_UNREACHABLE(
            503,
            "Your organisation's sign-in cannot be reached just now, so it is not known who you are. Try again in a moment.",
            "Your token could not be checked, because the sign-in service of your organisation cannot be reached."
                    + " That is not your fault and nothing was done. Try again in a moment; if it lasts, tell your administrator.");

    private final int status;
    private final String says;
    private final String help;

    EdgeCode(int status, String says, String help) {
        this.status = status;
        this.says = says;
        this.help = help;
    }

    /** The HTTP status that it is answered with. */
    int status() {
        return status;
    }

    /** The detail of the answer. */
    String says() {
        return says;
    }

    @Override
    public String help() {
        return help;
    }
}
