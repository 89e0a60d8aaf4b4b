package uk.earlyhelphub.query.accountabilitypack;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CaseAllocation;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseCompetence;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseConsent;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseConsentDispute;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseConsentOverridden;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseDisputeDecision;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseObjection;
import uk.earlyhelphub.api.casefile.CaseEnding;
import uk.earlyhelphub.api.casefile.CaseHub;
import uk.earlyhelphub.api.casefile.CaseSharings.CaseSharing;
import uk.earlyhelphub.api.casefile.CaseSharings.CaseSharingRefused;
import uk.earlyhelphub.api.pack.CaseKnownThen;
import uk.earlyhelphub.api.pack.CaseKnownThen.KnownToInvestigator;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.query.accountabilitypack.KnownThenLines.Lines;

/** Tells what was agreed to, decided, given and shared, as {@link KnownThenLines} tells the rest. */
final class HelpLines {
    private final Lines lines;

    HelpLines(Lines lines) {
        this.lines = lines;
    }

    void of(CaseKnownThen known) {
        known.consents().asked().forEach(this::consent);
        known.consents().overrides().forEach(this::override);
        known.consents().objections().forEach(this::objection);
        known.consents().disputed().forEach(this::dispute);
        known.consents().disputeDecisions().forEach(this::disputeDecision);
        if (known instanceof KnownToInvestigator whole) {
            hub(whole.hub());
        }
        known.allocations().forEach(this::allocation);
        known.sharings().shared().forEach(this::sharing);
        known.sharings().refusals().forEach(this::refusal);
        if (known instanceof KnownToInvestigator whole) {
            ending(whole.ending());
        }
    }

    private void consent(CaseConsent<String> c) {
        lines.add("Consent", c.consentId());
        lines.add("Of", c.personId());
        lines.add("It stands", c.standing());
        lines.add("For", c.purposes());
        var requested = c.requested();
        if (requested != null) {
            lines.add("Asked for on", requested.requestedOn());
            lines.add("Asked for", requested.purposes());
            lines.add("To be answered by", requested.respondBy());
        }
        var given = c.given();
        if (given != null) {
            lines.add("Given on", given.givenOn());
            lines.add("Given for", given.purposes());
            lines.add("To share with", given.agencies());
            lines.add("To share of", given.categories());
            answered("Given by", given.givenBy(), given.capacity(), given.competence());
            lines.add("Given how", given.method());
            lines.add("Wording", given.wordingVersion());
            lines.add("Privacy notice", given.noticeVersion());
            lines.add("To be asked again by", given.reviewOn());
        }
        var refused = c.refused();
        if (refused != null) {
            lines.add("Refused on", refused.refusedOn());
            lines.add("Refused for", refused.purposes());
            answered("Refused by", refused.refusedBy(), refused.capacity(), refused.competence());
            lines.add("Refused because", refused.reason());
        }
        for (var w : c.withdrawals()) {
            lines.add("Withdrawn on", w.withdrawnOn());
            lines.add("Withdrawn for", w.purposes());
            withdrawnBy(w.withdrawnBy(), w.capacity(), w.competence());
            lines.add("Withdrawn how", w.channel());
            lines.add("Withdrawn because", w.reason());
        }
        c.reviews().forEach(r -> lines.add("Review was due on", Words.of(r.dueOn()) + ": " + Words.of(r.cause())));
    }

    private void answered(String how, String by, Enum<?> capacity, @Nullable CaseCompetence<String> competence) {
        lines.add(how, by);
        lines.add("In the capacity", capacity);
        if (competence != null) {
            lines.add("Competence assessed by", competence.assessedBy());
            lines.add("Competent because", competence.reasons());
        }
    }

    /** Withdrawals of earlier releases do not say in what capacity. */
    private void withdrawnBy(String by, @Nullable Capacity capacity, @Nullable CaseCompetence<String> competence) {
        if (capacity == null) {
            lines.add("Withdrawn by", by);
        } else {
            answered("Withdrawn by", by, capacity, competence);
        }
    }

    private void objection(CaseObjection<String> o) {
        lines.add("Objection", o.objectionId());
        lines.add("About", o.personId());
        lines.add("To", o.purposes());
        lines.add("Objected by", o.objectedBy());
        lines.add("Objected how", o.channel());
        lines.add("Objected on", o.objectedOn());
        lines.add("Objected because", o.reason());
        var answer = o.answer();
        if (answer != null) {
            lines.add("What became of it", answer.outcome());
            lines.add("Because", answer.reason());
            lines.add("Looked at by", answer.answeredBy());
            lines.add("Looked at on", answer.answeredOn());
        }
    }

    private void dispute(CaseConsentDispute d) {
        lines.add("Parents disagree about", d.personId());
        lines.add("For", d.purposes());
    }

    private void disputeDecision(CaseDisputeDecision<String> d) {
        lines.add("Decided where parents disagreed about", d.personId());
        lines.add("For", d.purposes());
        lines.add("Decided", d.outcome());
        lines.add("Because", d.reason());
        lines.add("Decided by", d.decidedBy());
        lines.add("Decided on", d.decidedOn());
    }

    private void override(CaseConsentOverridden<String> o) {
        lines.add("Going on without consent", o.overrideId());
        lines.add("For people", o.people());
        lines.add("For", o.purposes());
        lines.add("With", o.agencies());
        lines.add("Gateway", o.gateway());
        lines.add("Enactment", o.enactment());
        lines.add("Art 9 condition", o.article9Condition());
        lines.add("Why consent was not sought", o.safeguardingReason());
        lines.add("Because", o.reason());
        lines.add("Decided by", o.decidedBy());
        lines.add("Decided on", o.decidedOn());
        lines.add("Until", o.endsOn());
    }

    private void hub(CaseHub<String> hub) {
        lines.add("On the agenda of meeting", hub.agenda());
        for (var d : hub.discussions()) {
            lines.add("Discussion", d.discussionId());
            lines.add("At meeting", d.meetingId());
            lines.add("Discussed on", d.discussedOn());
            lines.add("Present", d.present());
            d.options()
                    .forEach(o -> lines.add(
                            "Weighed",
                            Words.of(o.decision()) + (o.offerId() == null ? "" : ", service " + o.offerId())));
            lines.add("Decided", d.decision());
            lines.add("Because", d.rationale());
            d.dissent().forEach(x -> lines.add("Disagreed: " + x.member(), x.reason()));
            lines.add("Decided by", d.decidedBy());
            lines.add("Follows discussion", d.follows());
        }
        for (var r : hub.removals()) {
            lines.add("Left the agenda of meeting", r.meetingId());
            lines.add("Left it because", r.cause());
            lines.add("Left it because, in words", r.reason());
        }
        lines.add("Must go to the Hub again", hub.returns());
    }

    private void allocation(CaseAllocation<String> a) {
        var given = a.allocated();
        lines.add("Service allocated", given.allocationId());
        lines.add("It stands", a.standing());
        lines.add("Service", given.offerId());
        lines.add("Provider", given.provider());
        lines.add("For people", given.people());
        lines.add("Decided by discussion", given.discussionId());
        lines.add("Allocated on", given.allocatedOn());
        lines.add("To be answered by", given.answerBy());
        lines.add("Instead of", given.insteadOf());
        var accepted = a.accepted();
        if (accepted != null) {
            lines.add("Accepted on", accepted.acceptedOn());
            lines.add("Worker", accepted.worker());
        }
        var declined = a.declined();
        if (declined != null) {
            lines.add("Declined on", declined.declinedOn());
            lines.add("Declined because", declined.reasonCode());
            lines.add("Declined because, in words", declined.reason());
        }
        var started = a.started();
        if (started != null) {
            lines.add("Started on", started.startedOn());
        }
        var ended = a.ended();
        if (ended != null) {
            lines.add("Ended on", ended.endedOn());
            lines.add("Outcome", ended.outcome());
            lines.add("Outcome in words", ended.summary());
        }
    }

    private void sharing(CaseSharing<String> s) {
        var data = s.data();
        lines.add("Shared", data.sharingId());
        lines.add("With", data.recipient());
        lines.add("With the person", data.recipientPerson());
        lines.add("Whose name is", data.recipientName());
        lines.add("About people", data.people());
        lines.add("Of the categories", data.categories());
        lines.add("The fields", data.fields());
        lines.add("For the purpose", data.purpose());
        lines.add("Lawful basis", data.basis());
        lines.add("Resting on consents", data.consents());
        lines.add("Resting on the gateway", data.override());
        lines.add("Art 9 condition", data.article9Condition());
        lines.add("Necessary because", data.necessity());
        lines.add("Proportionate because", data.proportionality());
        lines.add("Shared by", data.channel());
        lines.add("The family was told", data.familyTold());
        lines.add("The family was not told because", data.familyNotToldReason());
        lines.add("Shared on", data.sharedOn());
        lines.add("To be read until", data.accessUntil());
        var ended = s.ended();
        if (ended != null) {
            lines.add("Access ended on", Words.of(ended.endedOn()) + ": " + Words.of(ended.cause()));
        }
        var recalled = s.recalled();
        if (recalled != null) {
            lines.add("Recalled on", Words.of(recalled.recalledOn()) + ": " + Words.of(recalled.cause()));
            lines.add("Recalled because", recalled.reason());
        }
        var answered = s.acknowledged();
        if (answered != null) {
            lines.add(
                    "Recall answered on",
                    Words.of(answered.acknowledgedOn()) + " by " + answered.acknowledgedBy() + ": "
                            + Words.of(answered.answer()));
        }
    }

    private void refusal(CaseSharingRefused r) {
        lines.add("Sharing refused", r.sharingId());
        lines.add("With", r.recipient());
        lines.add("About people", r.people());
        lines.add("Of the categories", r.categories());
        lines.add("For the purpose", r.purpose());
        lines.add("Lawful basis named", r.basis());
        lines.add("The rule in the way", r.rule());
        lines.add("Refused on", r.refusedOn());
    }

    private void ending(CaseEnding<String> e) {
        lines.add("With social care", e.steppedUp());
        e.stepUps().forEach(s -> {
            lines.add("Handed up to social care", s.handoverId());
            lines.add("On", s.steppedUpOn());
            lines.add("At once", s.immediate());
            lines.add("Because", s.reason());
        });
        e.stepDowns().forEach(s -> {
            lines.add("Handed back by social care", s.handoverId());
            lines.add("On", s.steppedDownOn());
            lines.add("Because", s.reason());
        });
        e.acknowledged()
                .forEach(a -> lines.add(
                        "Handover " + a.handoverId() + " confirmed",
                        Words.of(a.acknowledgedOn()) + " by " + a.acknowledgedBy()));
        var closed = e.closed();
        if (closed != null) {
            lines.add("Closed on", Words.of(closed.closedOn()) + ": " + Words.of(closed.reasonCode()));
            lines.add("Closed because", closed.reason());
        }
        e.reopenings().forEach(r -> lines.add("Opened again on " + Words.of(r.reopenedOn()), r.reason()));
    }
}
