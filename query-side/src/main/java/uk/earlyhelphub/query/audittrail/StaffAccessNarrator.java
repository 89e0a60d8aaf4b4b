package uk.earlyhelphub.query.audittrail;

import uk.earlyhelphub.events.staffaccess.StaffAccessEnd;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;
import uk.earlyhelphub.events.staffaccess.StaffAccessEvent;
import uk.earlyhelphub.events.staffaccess.StaffAccessRestored;

/** Tells who may use the Hub no longer, or again. */
final class StaffAccessNarrator {
    private StaffAccessNarrator() {}

    static String tell(StaffAccessEvent event, Telling t) {
        return switch (event) {
            case StaffAccessEnded e ->
                "The access of " + t.colleague(e.staff()) + " to the Hub for the organisation " + e.organisation()
                        + " was ended, because " + cause(e.cause()) + ".";
            case StaffAccessRestored e ->
                "The access of " + t.colleague(e.staff()) + " to the Hub for the organisation " + e.organisation()
                        + " was restored.";
        };
    }

    private static String cause(StaffAccessEnd cause) {
        return switch (cause) {
            case LEFT -> "they left";
            case SUSPENDED -> "they were suspended";
            case DEVICE_LOST -> "a device was lost";
            case MISUSE_SUSPECTED -> "misuse is suspected";
        };
    }
}
