package uk.earlyhelphub.command.sending;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.personaldata.PersonSearch;
import uk.earlyhelphub.personaldata.Preparation;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.commands.CommandAnswer;
import uk.earlyhelphub.platform.commands.Commands;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.platform.web.Caller;

/** Seals what a form says, sends the command, and answers with the version it led to. */
@Component
public class CommandSender {
    private final Commands commands;
    private final CasesOnRecord cases;
    private final Vault vault;
    private final PersonSearch search;
    private final RefusalsOnRecord refusals;
    private final Ids ids;

    CommandSender(
            Commands commands,
            CasesOnRecord cases,
            Vault vault,
            PersonSearch search,
            RefusalsOnRecord refusals,
            Ids ids) {
        this.commands = commands;
        this.cases = cases;
        this.vault = vault;
        this.search = search;
        this.refusals = refusals;
        this.ids = ids;
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

    /** For a command about a referral. Free text about the case is sealed for the child it is chiefly about. */
    public Sending on(ReferralId referral, Caller caller, Purpose purpose) {
        // Where there is no such case, the command finds that out as it would for somebody else's.
        var child = cases.child(referral).orElseGet(() -> new PersonId(ids.next()));
        return beginning(referral, child, caller, purpose);
    }

    /** For a command that begins a referral about this child. */
    public Sending beginning(ReferralId referral, PersonId child, Caller caller, Purpose purpose) {
        return new Sending(
                this, caller, purpose, preparation(caller), child, referral.value(), "/api/referrals/" + referral);
    }

    /** For a command about something else, in which a text may be about a referral. */
    public Sending about(String id, String address, @Nullable ReferralId referral, Caller caller, Purpose purpose) {
        var child = (referral == null ? Optional.<PersonId>empty() : cases.child(referral))
                .orElseGet(() -> new PersonId(ids.next()));
        return new Sending(this, caller, purpose, preparation(caller), child, id, address);
    }

    private Preparation preparation(Caller caller) {
        return vault.preparation(caller.commandId(), search);
    }

    ResponseEntity<?> made(
            Caller caller,
            Purpose purpose,
            Object command,
            @Nullable String effects,
            String aggregateId,
            String madeId,
            String address) {
        return answered(
                caller,
                purpose,
                command,
                effects,
                answer -> ResponseEntity.created(URI.create(address))
                        .eTag(Long.toString(answer.version(aggregateId)))
                        .body(new Reply(madeId, answer.version(aggregateId))));
    }

    ResponseEntity<?> done(
            Caller caller,
            Purpose purpose,
            Object command,
            @Nullable String effects,
            String aggregateId,
            String address) {
        return answered(
                caller,
                purpose,
                command,
                effects,
                answer -> ResponseEntity.accepted()
                        .location(URI.create(address))
                        .eTag(Long.toString(answer.version(aggregateId)))
                        .body(new Reply(aggregateId, answer.version(aggregateId))));
    }

    ResponseEntity<?> answered(
            Caller caller,
            Purpose purpose,
            Object command,
            @Nullable String effects,
            Function<CommandAnswer, ResponseEntity<?>> whenDone) {
        var answer = send(caller, purpose, command, effects);
        return answer.refusal() == null ? whenDone.apply(answer) : refused(answer);
    }

    /** Whoever acts on what is not theirs is told that there is nothing, and the attempt is on record. */
    private CommandAnswer send(Caller caller, Purpose purpose, Object command, @Nullable String effects) {
        try {
            return commands.send(command, caller.envelope(purpose).with(effects));
        } catch (Refused e) {
            refusals.record(e, caller, purpose, command);
            throw e;
        }
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
