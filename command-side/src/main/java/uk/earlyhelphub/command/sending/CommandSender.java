package uk.earlyhelphub.command.sending;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.commands.CommandAnswer;
import uk.earlyhelphub.platform.commands.Commands;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.web.Caller;

/** Seals what a form says, sends the command, and answers with the version it led to. */
@Component
public class CommandSender {
    private final Commands commands;
    private final EventLog log;
    private final Vault vault;
    private final AccessLedger ledger;
    private final Impartiality impartiality;

    CommandSender(Commands commands, EventLog log, Vault vault, AccessLedger ledger, Impartiality impartiality) {
        this.impartiality = impartiality;
        this.ledger = ledger;
        this.commands = commands;
        this.log = log;
        this.vault = vault;
    }

    /**
     * What a command led to.
     *
     * @param id what was made or changed
     * @param version the version of the record, also in {@code ETag}
     */
    public record Reply(String id, long version) {}

    /** The referral that a path names; whatever is not an identifier names none. */
    public static ReferralId referral(String path) {
        return new ReferralId(id(path));
    }

    /** An identifier in a path. Throws "unknown" for anything else, so that nothing can be learned from the difference. */
    public static String id(String path) {
        if (!RecordId.isCanonical(path)) {
            throw Refused.unknown();
        }
        return path;
    }

    /** Seals for a referral that is there. Free text about the case is sealed for the child it is chiefly about. */
    public Sealing sealing(ReferralId referral, Caller caller) {
        var first = log.ofAggregate(referral.value(), 0);
        if (first.isEmpty() || !(first.getFirst().payload() instanceof ReferralReceived received)) {
            refused(caller, Purpose.CLARIFY_REFERRAL, referral, "Command", RefusedBecause.NO_SUCH_RECORD);
            throw Refused.unknown();
        }
        return sealing(received.child(), caller);
    }

    /** Seals for the events of this caller's command. */
    public Sealing sealing(PersonId child, Caller caller) {
        return new Sealing(child, vault.sealer(caller.commandId()));
    }

    /** Seals texts for the events of one command. */
    public record Sealing(PersonId child, Vault.Sealer sealer) {
        /** Seals a text about the case. */
        public ProtectedText about(Class<? extends HubEvent> event, String field, String text) {
            return sealer.seal(event, field, child, text);
        }

        /** Seals a text about the case, or nothing if there is none. */
        public @Nullable ProtectedText aboutIfAny(
                Class<? extends HubEvent> event, String field, @Nullable String text) {
            return sealer.sealIfAny(event, field, child, text);
        }

        /** Seals a text about one person. */
        public ProtectedText of(Class<? extends HubEvent> event, String field, PersonId person, String text) {
            return sealer.seal(event, field, person, text);
        }
    }

    /** Records that somebody tried what is not theirs to do; answers what to throw. */
    public Refused notTheirs(Caller caller, Purpose purpose, String command) {
        refused(caller, purpose, null, command, RefusedBecause.NOT_THEIR_ROLE);
        return Refused.unknown();
    }

    /** Whether a command by this id had its effect already. */
    public boolean wasDone(Caller caller) {
        return commands.wasDone(caller.commandId());
    }

    /** Sends a command that makes something new; answers 201 with its address. */
    public ResponseEntity<?> make(
            Caller caller, Purpose purpose, Object command, String aggregateId, String madeId, String address) {
        var answer = send(caller, purpose, command);
        return answer.refusal() == null
                ? ResponseEntity.created(URI.create(address))
                        .eTag(Long.toString(answer.version(aggregateId)))
                        .body(new Reply(madeId, answer.version(aggregateId)))
                : refused(answer);
    }

    /** Sends a command about something that is there; answers 202 with its new version. */
    public ResponseEntity<?> act(Caller caller, Purpose purpose, Object command, String aggregateId, String address) {
        var answer = send(caller, purpose, command);
        return answer.refusal() == null
                ? ResponseEntity.accepted()
                        .location(URI.create(address))
                        .eTag(Long.toString(answer.version(aggregateId)))
                        .body(new Reply(aggregateId, answer.version(aggregateId)))
                : refused(answer);
    }

    /** Whoever acts on what is not theirs is told that there is nothing, and the attempt is on record. */
    private CommandAnswer send(Caller caller, Purpose purpose, Object command) {
        if (command instanceof ReferralCommand on) {
            impartiality.require(caller, purpose, on);
        }
        try {
            return commands.send(command, caller.envelope(purpose));
        } catch (Refused e) {
            if (e.kind() == Refused.Kind.UNKNOWN) {
                var referral = command instanceof ReferralCommand on ? on.referralId() : null;
                refused(caller, purpose, referral, command.getClass().getSimpleName(), RefusedBecause.NO_TIE);
            }
            throw e;
        }
    }

    private void refused(
            Caller caller, Purpose purpose, @Nullable ReferralId referral, String view, RefusedBecause because) {
        var reader = new AccessLedger.Reader(caller.actor(), purpose, caller.correlationId());
        ledger.refused(reader, referral, view, because);
    }

    /** A refusal that was recorded: the caller learns the rule, and the history keeps it. */
    private static ResponseEntity<ProblemDetail> refused(CommandAnswer answer) {
        var rule = String.valueOf(answer.refusal());
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "This was refused, and the refusal is on record. The rule: " + rule.replace('-', ' ') + ".");
        problem.setType(URI.create("/problems/" + rule));
        problem.setTitle(rule.replace('-', ' '));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("code", rule);
        properties.put("recorded", true);
        problem.setProperties(properties);
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
