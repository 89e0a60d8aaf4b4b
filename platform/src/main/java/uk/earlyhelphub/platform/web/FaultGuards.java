package uk.earlyhelphub.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import uk.earlyhelphub.platform.commands.Refused;

/** All guards that are asked before anybody is told what is wrong with a request. */
@Component
class FaultGuards {
    private final ObjectProvider<FaultGuard> guards;

    FaultGuards(ObjectProvider<FaultGuard> guards) {
        this.guards = guards;
    }

    /** The problem itself, or for a stranger who sent something wrong the same answer as if it had been right. */
    ProblemDocument insteadOf(ProblemDocument problem, HttpServletRequest request) {
        if (!(request.getAttribute(CallerResolver.CALLER) instanceof Caller caller)) {
            return problem;
        }
        try {
            guards.forEach(guard -> guard.beforeTelling(request, caller));
            return problem;
        } catch (Refused notTheirs) {
            return ProblemDocument.of(notTheirs);
        } catch (DataAccessException | TransactionException e) {
            return Problems.withoutTheStore(e, request.getMethod());
        }
    }
}
