package uk.earlyhelphub.platform.commands;

/** A command that says what it is about, so that commands about the same thing can go to the same process. */
public interface Routed {

    /** The id of what it changes. */
    String routingKey();
}
