package uk.earlyhelphub.platform.commands;

import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.platform.commands.CommandReceipts.Receipt;
import uk.earlyhelphub.platform.commands.RuleBroken.Kind;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine.CommandAlreadyDone;

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
     * @throws RuleBroken if a rule stands in the way; then nothing was stored
     */
    public CommandAnswer send(Object command, CommandEnvelope envelope) {
        var earlier = earlierAnswer(envelope);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            var message = GenericCommandMessage.asCommandMessage(command).withMetaData(envelope.asMetaData());
            CommandAnswer answer = gateway.sendAndWait(message);
            return answer == null ? new CommandAnswer(java.util.Map.of(), null) : answer;
        } catch (RuntimeException e) {
            return earlierAnswer(envelope).orElseThrow(() -> translated(e));
        }
    }

    private Optional<CommandAnswer> earlierAnswer(CommandEnvelope envelope) {
        return receipts.find(envelope.commandId()).map(receipt -> {
            if (!same(receipt, envelope)) {
                throw new RuleBroken(
                        Kind.DIFFERENT_REPEAT,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request. Use a new key for a new request.",
                        null);
            }
            return new CommandAnswer(receipt.versions(), receipt.refusal());
        });
    }

    private static boolean same(Receipt receipt, CommandEnvelope envelope) {
        return receipt.fingerprint().equals(envelope.fingerprint())
                && receipt.actor().equals(envelope.actor().id());
    }

    private static RuntimeException translated(RuntimeException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RuleBroken broken -> {
                    return broken;
                }
                case CommandExecutionException remote
                when remote.getDetails().isPresent() -> {
                    if (remote.getDetails().get() instanceof RuleBroken.Refusal refusal) {
                        return refusal.toException();
                    }
                }
                case AggregateNotFoundException _ -> {
                    return RuleBroken.unknown();
                }
                case ConcurrencyException _, AggregateStreamCreationException _, CommandAlreadyDone _ -> {
                    return RuleBroken.conflict(
                            "changed-meanwhile",
                            "Somebody else changed this at the same moment. Read it again, and repeat what still applies.");
                }
                default -> {}
            }
        }
        return e;
    }
}
