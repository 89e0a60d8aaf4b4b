package uk.earlyhelphub.proof;

/** What the log itself remembers of an event: its hash, and where it stood. */
public record LoggedLeaf(Hash hash, LeafPosition position) {}
