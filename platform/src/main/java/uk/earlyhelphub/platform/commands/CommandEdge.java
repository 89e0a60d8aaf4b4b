package uk.earlyhelphub.platform.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import uk.earlyhelphub.events.kernel.AccountableRefusal;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.platform.engine.HubEventStore;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine.CommandAlreadyDone;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine.OutOfBounds;

/**
 * Stands around every command handler: refuses a command without an actor, answers with the versions it led to, and turns a
 * broken rule into plain values that survive a journey between processes.
 */
public final class CommandEdge implements MessageHandlerInterceptor<CommandMessage<?>>, CorrelationDataProvider {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        requireActor(unitOfWork.getMessage());
        try {
            var result = chain.proceed();
            var refusal = result instanceof AccountableRefusal refused ? refused.rule() : null;
            return new CommandAnswer(HubEventStore.versionsOfRunningCommand(), refusal);
        } catch (RuntimeException e) {
            throw inPlainValues(e);
        }
    }

    /**
     * Why a command was not done, as plain values: exceptions do not travel between processes, their details do. What is no
     * refusal stays as it is.
     */
    public static RuntimeException inPlainValues(RuntimeException e) {
        var refusal = switch (e) {
            case Refused broken -> CarriedRefusal.of(broken);
            case NotNow notNow -> CarriedRefusal.of(notNow);
            case ConcurrencyException _, CommandAlreadyDone _, LockAcquisitionFailedException _ ->
                CarriedRefusal.of(
                        Refused.by(
                                CommandRule.CHANGED_MEANWHILE,
                                "Somebody else changed this at the same moment. Read it again, and repeat what still applies."));
            case OutOfBounds outside ->
                CarriedRefusal.of(Refused.by(
                        outside.fault().rule(),
                        outside.fault().field(),
                        outside.fault().rule().says()));
            case DataAccessException _, TransactionException _ -> CarriedRefusal.of(new NotNow());
            default -> null;
        };
        return refusal == null ? e : new CommandExecutionException(refusal.message(), e, refusal);
    }

    private static void requireActor(CommandMessage<?> command) {
        Actor.from(command.getMetaData());
    }

    /** Events carry the envelope of their command, without what concerns only the sending. */
    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var data = new LinkedHashMap<String, Object>(message.getMetaData());
        data.remove(CommandEnvelope.EXPECTED_VERSION);
        data.remove(CommandEnvelope.PREPARED);
        return data;
    }
}
