package uk.earlyhelphub.events.recordaccess;

/** What happens in the stream of one person's emergencies: what they opened, what was refused, and how it was judged. */
public sealed interface EmergencyEvent extends RecordAccessEvent
        permits BreakGlassRefused, BreakGlassReviewed, BreakGlassUsed {}
