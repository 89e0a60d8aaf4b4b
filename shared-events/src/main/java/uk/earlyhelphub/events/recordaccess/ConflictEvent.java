package uk.earlyhelphub.events.recordaccess;

/** What happens when somebody comes upon the record of a person to whom they seem to be close. */
public sealed interface ConflictEvent extends RecordAccessEvent
        permits ConflictNoticed, ConflictReasonGiven, ConflictReviewed {}
