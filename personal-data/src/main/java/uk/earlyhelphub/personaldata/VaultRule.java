package uk.earlyhelphub.personaldata;

import uk.earlyhelphub.events.kernel.Rule;

/** What the vault refuses to write or to open. */
public enum VaultRule implements Rule {
    TOO_CLOSE(
            Terms.forbidden("The record seems to be your own, or that of somebody whom you declared to be family. Ask "
                    + "your manager to give the case to somebody else; if a child is in danger right now, use "
                    + "break-glass.")),
    CONFLICT_POSSIBLE(
            Terms.forbidden("Somebody in this record seems to be your neighbour or a colleague. If you must open it "
                    + "for your work, give a reason first; the Data Protection Officer sees it.")),
    HOME_DECLARED(Terms.conflict(
            "Only one home counts, because whoever could declare one after the other would learn where families "
                    + "live. If you moved, ask for the removal of what you declared; once the Data Protection Officer "
                    + "has confirmed it, declare again whoever is close to you, and your new home.")),
    TOO_MANY_CONNECTIONS(Terms.conflict(
            "Declare those of your family whom you might meet in a record. If that is more than anybody can declare, "
                    + "ask for the removal of what you declared, and declare it anew.")),
    NOTHING_TO_RECOGNISE(
            Terms.invalid("What you declare is compared with people in records by name and date of birth, or by "
                    + "postcode; one of them is needed.")),
    PERSON_ERASED(
            Terms.conflict("Somebody named here was erased from the record, for good. Nothing new is written down "
                            + "about them.")
                    .from("UK GDPR Art 17"));

    private final Terms terms;

    VaultRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
