package uk.earlyhelphub.events.kernel;

/** Something that happened and will never be unsaid. Its stored name and revision are listed in {@link EventTypes}. */
public interface HubEvent {}
