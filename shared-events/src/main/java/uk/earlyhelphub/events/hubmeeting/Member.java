package uk.earlyhelphub.events.hubmeeting;

/** Somebody entitled to sit in a Hub meeting. */
public record Member(String memberId, String name, String organisation) {}
