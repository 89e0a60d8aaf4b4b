package uk.earlyhelphub.command.sending;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.personaldata.Preparation;
import uk.earlyhelphub.platform.commands.CommandAnswer;
import uk.earlyhelphub.platform.web.Caller;

/**
 * One request on its way to being a command: seals what it says and sends it. Until the command is decided, nothing of it has any
 * effect.
 */
public final class Sending {
    private final CommandSender sender;
    private final Caller caller;
    private final Purpose purpose;
    private final Preparation preparation;
    private final PersonId child;
    private final String id;
    private final String address;

    Sending(
            CommandSender sender,
            Caller caller,
            Purpose purpose,
            Preparation preparation,
            PersonId child,
            String id,
            String address) {
        this.sender = sender;
        this.caller = caller;
        this.purpose = purpose;
        this.preparation = preparation;
        this.child = child;
        this.id = id;
        this.address = address;
    }

    /** Seals a text about the case, for the child it is chiefly about. */
    public ProtectedText about(Class<? extends HubEvent> event, String field, String text) {
        return preparation.seal(event, field, child, text);
    }

    /** Seals a text about the case, or nothing if there is none. */
    public @Nullable ProtectedText aboutIfAny(Class<? extends HubEvent> event, String field, @Nullable String text) {
        return preparation.sealIfAny(event, field, child, text);
    }

    /** Seals a text about one person. */
    public ProtectedText of(Class<? extends HubEvent> event, String field, PersonId person, String text) {
        return preparation.seal(event, field, person, text);
    }

    /** Seals a text about one person, or nothing if there is none. */
    public @Nullable ProtectedText ofIfAny(
            Class<? extends HubEvent> event, String field, PersonId person, @Nullable String text) {
        return preparation.sealIfAny(event, field, person, text);
    }

    /** An id for something that the command makes; the same when it is sent again with the same key. */
    public String newId(String label) {
        return caller.derived(label);
    }

    /** What the command brings along besides its events. */
    public Preparation preparation() {
        return preparation;
    }

    /**
     * Sends a command that makes something new; answers 201 with its address.
     *
     * @param madeId of what it makes
     */
    public ResponseEntity<Reply> made(Object command, String madeId) {
        return sender.made(caller, purpose, command, preparation.effects(), id, madeId, address);
    }

    /**
     * Sends a command and answers as the caller says, unless it was refused on record.
     *
     * @param answer what a command that was done is answered with
     */
    public <T> ResponseEntity<T> answered(Object command, Function<CommandAnswer, ResponseEntity<T>> answer) {
        return sender.answered(caller, purpose, command, preparation.effects(), answer);
    }

    /** Sends a command about something that is there; answers 202 with its new version. */
    public ResponseEntity<Reply> done(Object command) {
        return sender.done(caller, purpose, command, preparation.effects(), id, address);
    }
}
