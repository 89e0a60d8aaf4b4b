package uk.earlyhelphub.platform.commands;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The one way in for commands. The same command sent again, at once or after a crash, has one effect and one answer.
 */
public final class Commands {
    private final CommandGateway gateway;
    private final CommandReceipts receipts;

    public Commands(CommandGateway gateway, CommandReceipts receipts) {
        this.gateway = gateway;
        this.receipts = receipts;
    }

    /**
     * Sends a command and waits for its effect.
     *
     * @throws Refused if a rule stands in the way; then nothing was stored
     * @throws NotNow if something on the way cannot be reached
     */
    public CommandAnswer send(Object command, CommandEnvelope envelope) {
        var earlier = earlierAnswer(envelope);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            var message = GenericCommandMessage.asCommandMessage(command).withMetaData(envelope.asMetaData());
            @Nullable CommandAnswer answer = gateway.sendAndWait(message);
            if (answer == null) {
                // Every handler answers. Nothing at all came from somewhere on the way, and says nothing about the
                // command.
                throw new NotNow();
            }
            return answer;
        } catch (RuntimeException e) {
            return earlierAnswer(envelope).orElseThrow(() -> translated(e));
        }
    }

    private Optional<CommandAnswer> earlierAnswer(CommandEnvelope envelope) {
        return receipts.earlier(envelope).map(receipt -> new CommandAnswer(receipt.versions(), receipt.refusal()));
    }

    private static RuntimeException translated(RuntimeException e) {
        if (e instanceof Refused || e instanceof NotNow) {
            return e;
        }
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof HandlerExecutionException refused
                    && refused.getDetails().orElse(null) instanceof CarriedRefusal refusal) {
                return refusal.toException();
            }
        }
        // It went wrong on the way, and it is not known how far it came.
        var onTheWay = e instanceof AxonServerException
                || e instanceof CompletionException
                || e instanceof NoHandlerForCommandException;
        return onTheWay ? new NotNow() : e;
    }
}
