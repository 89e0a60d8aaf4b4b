package uk.earlyhelphub.events.operations;

/** What is done about the events that one read model could not take. */
public sealed interface DeadLetterEvent extends OperationEvent
        permits DeadLettersRetried, DeadLettersRetryAsked, DeadLettersSetAside {

    /** The read model, by its name. */
    String projection();

    /** The id of the case or other thing that the events are about. */
    String about();
}
