package uk.earlyhelphub.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Asked before anybody is told what is wrong with a request: whether the thing it is about is theirs. Otherwise the difference
 * between "this field is wrong" and "there is nothing here" would tell a stranger what is there.
 */
@FunctionalInterface
public interface FaultGuard {

    /**
     * Throws "unknown" if what the request is about is not this caller's, and sees to it that the try is on record.
     *
     * @throws uk.earlyhelphub.platform.commands.Refused if there is nothing there for them
     */
    void beforeTelling(HttpServletRequest request, Caller caller);
}
