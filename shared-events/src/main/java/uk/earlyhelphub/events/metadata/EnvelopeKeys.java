package uk.earlyhelphub.events.metadata;

/** The keys of the envelope that every event carries, besides those of the {@link Actor}. */
public final class EnvelopeKeys {
    /** Why the act was done, a {@link Purpose}. */
    public static final String PURPOSE = "purpose";

    /** What one person set in motion in one go: the same through every command and event that follows from it. */
    public static final String CORRELATION_ID = "correlationId";

    /** The id of the command, or of the event that a reaction answered, which directly led here. */
    public static final String CAUSATION_ID = "causationId";

    /** The id of the command, chosen by its sender; one id has one effect. */
    public static final String COMMAND_ID = "commandId";

    private EnvelopeKeys() {}
}
