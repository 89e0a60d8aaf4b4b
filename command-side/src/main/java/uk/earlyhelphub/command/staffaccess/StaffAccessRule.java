package uk.earlyhelphub.command.staffaccess;

import uk.earlyhelphub.events.kernel.Rule;

/** When the access of a colleague can be ended or restored. */
public enum StaffAccessRule implements Rule {
    ACCESS_ENDED_ALREADY(Terms.conflict("This person cannot use the Hub any more; there is nothing left to end.")),
    ACCESS_NOT_ENDED(Terms.conflict("This person can use the Hub; there is nothing to restore.")),
    STAFF_NEVER_SEEN(
            Terms.conflict(
                    "Nobody by this id has ever used the Hub. Whoever is meant may be spelt otherwise, and would go on working: take the id from the account of what they did, or from the identity provider. An account that never came is shut out beforehand with \"neverSeen\": true."));

    private final Terms terms;

    StaffAccessRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
