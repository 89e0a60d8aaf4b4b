package uk.earlyhelphub.command.sending;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.personaldata.PersonSearch;
import uk.earlyhelphub.personaldata.Preparation;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.personaldata.VaultRule;
import uk.earlyhelphub.platform.commands.AlsoWhenShutOut;
import uk.earlyhelphub.platform.commands.AtOneAddress;
import uk.earlyhelphub.platform.commands.CommandAnswer;
import uk.earlyhelphub.platform.commands.Commands;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.RefusedOnRecord;
import uk.earlyhelphub.platform.commands.Urgent;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.platform.web.Callers;

/** Seals what a form says, sends the command, and answers with the version it led to. */
@Component
public class CommandSender {
    private static final Set<Role> OUTSIDE = Set.of(Role.PROVIDER, Role.PARTNER_AGENCY);

    private final Commands commands;
    private final CasesOnRecord cases;
    private final Vault vault;
    private final PersonSearch search;
    private final RefusalsOnRecord refusals;
    private final Ids ids;
    private final Callers callers;

    CommandSender(
            Commands commands,
            CasesOnRecord cases,
            Vault vault,
            PersonSearch search,
            RefusalsOnRecord refusals,
            Ids ids,
            Callers callers) {
        this.commands = commands;
        this.cases = cases;
        this.vault = vault;
        this.search = search;
        this.refusals = refusals;
        this.ids = ids;
        this.callers = callers;
    }

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

    /** For a command about a referral, from whoever calls now. */
    public Sending on(ReferralId referral, Purpose purpose) {
        return on(referral, callers.current(), purpose);
    }

    /** For a command about a referral. Free text about the case is sealed for the child it is chiefly about. */
    public Sending on(ReferralId referral, Caller caller, Purpose purpose) {
        // Where there is no such case, the command finds that out as it would for somebody else's.
        var child = cases.child(referral).orElseGet(() -> new PersonId(ids.next()));
        return beginning(referral, child, caller, purpose);
    }

    /** Under which id the texts about whoever referred the family are sealed. */
    public PersonId referrer(ReferralId referral) {
        return cases.referrer(referral).orElseGet(() -> new PersonId(ids.next()));
    }

    /** For a command that begins a referral about this child, from whoever calls now. */
    public Sending beginning(ReferralId referral, PersonId child, Purpose purpose) {
        return beginning(referral, child, callers.current(), purpose);
    }

    private Sending beginning(ReferralId referral, PersonId child, Caller caller, Purpose purpose) {
        return new Sending(
                this, caller, purpose, preparation(caller), child, referral.value(), "/api/referrals/" + referral);
    }

    /** An id for something that a command of whoever calls now makes; the same when it is sent again with the same key. */
    public String newId(String label) {
        return callers.current().derived(label);
    }

    /** For a command about something else, in which a text may be about a referral, from whoever calls now. */
    public Sending about(String id, String address, @Nullable ReferralId referral, Purpose purpose) {
        return about(id, address, referral, callers.current(), purpose);
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

    ResponseEntity<Reply> made(
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

    ResponseEntity<Reply> done(
            Caller caller,
            Purpose purpose,
            Object command,
            @Nullable String effects,
            String aggregateId,
            String address) {
        var answer = send(caller, purpose, command, effects);
        if (command instanceof AlsoWhenShutOut
                && OUTSIDE.contains(caller.actor().role())) {
            return ResponseEntity.accepted().location(URI.create(address)).body(new Reply(aggregateId, null));
        }
        return ResponseEntity.accepted()
                .location(URI.create(address))
                .eTag(Long.toString(answer.version(aggregateId)))
                .body(new Reply(aggregateId, answer.version(aggregateId)));
    }

    <T> ResponseEntity<T> answered(
            Caller caller,
            Purpose purpose,
            Object command,
            @Nullable String effects,
            Function<CommandAnswer, ResponseEntity<T>> whenDone) {
        return whenDone.apply(send(caller, purpose, command, effects));
    }

    private static void requireRole(Object command, Role role) {
        if (command instanceof AtOneAddress address && !address.roles().contains(role)) {
            throw Refused.by(
                    CommonRule.NOT_FOR_THIS_ROLE,
                    "This is not for the role in which you are signed in: it is for "
                            + address.roles().stream()
                                    .sorted()
                                    .map(r -> r.name().toLowerCase(Locale.UK).replace('_', ' '))
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    /** Whoever acts on what is not theirs is told that there is nothing, and the attempt is on record. */
    private CommandAnswer send(Caller caller, Purpose purpose, Object command, @Nullable String effects) {
        try {
            var answer = commands.send(command, caller.envelope(purpose).with(effects));
            if (answer.refusal() != null) {
                throw new RefusedOnRecord(answer.refusal());
            }
            return answer;
        } catch (Refused e) {
            refusals.record(e, caller, purpose, command);
            requireRole(command, caller.actor().role());
            if (command instanceof Urgent urgent && !urgent.conflictNoted() && e.isBy(VaultRule.CONFLICT_POSSIBLE)) {
                return send(caller, purpose, urgent.withConflictNoted(), effects);
            }
            throw e;
        }
    }
}
