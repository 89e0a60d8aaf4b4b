package uk.earlyhelphub.platform.commands;

/** Whoever asks may not use the Hub any more, whatever their token says. */
public final class AccessEnded extends RuntimeException {
    public AccessEnded() {
        super("Your access to the Hub has ended.");
    }
}
