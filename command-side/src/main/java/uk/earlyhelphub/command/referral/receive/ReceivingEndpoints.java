package uk.earlyhelphub.command.referral.receive;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.forms.Code;
import uk.earlyhelphub.command.forms.Identifier;
import uk.earlyhelphub.command.forms.Identifiers;
import uk.earlyhelphub.command.referral.receive.ReferralForm.InformationForm;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.ids.InformationId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.recordaccess.RecordsSearched;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.events.referral.Need;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.PrivacyNoticeGiven;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.Referrer;
import uk.earlyhelphub.events.referral.SteppedUpToSocialCare;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.web.Caller;

/** Receiving a referral, and writing down what is known of the family. */
@RestController
@RequestMapping(path = "/api/referrals", consumes = "application/json")
class ReceivingEndpoints {
    private static final Duration SEARCH_HOLDS = Duration.ofDays(1);

    private final CommandSender desk;
    private final SealedPeople people;
    private final EventLog log;
    private final Clock clock;

    ReceivingEndpoints(CommandSender desk, SealedPeople people, EventLog log, Clock clock) {
        this.clock = clock;
        this.desk = desk;
        this.people = people;
        this.log = log;
    }

    @PostMapping
    ResponseEntity<?> receive(Caller caller, @Valid @RequestBody ReferralForm form) {
        if (!ReceiveReferral.mayReceive(caller.actor(), form.team())) {
            throw desk.notTheirs(caller, Purpose.CLARIFY_REFERRAL, ReceiveReferral.class.getSimpleName());
        }
        requireSearch(form.searchId(), caller);
        var id = new ReferralId(caller.derived("referral"));
        var ids = personIds(caller, form.people());
        var child = idOf(ids, form.child(), "child");
        var sealing = desk.sealing(child, caller);
        var events = IntStream.range(0, form.people().size())
                .mapToObj(n -> people.person(
                        id,
                        idOf(ids, form.people().get(n).key(), "people"),
                        form.people().get(n),
                        key -> idOf(ids, key, "people[" + n + "].relationships"),
                        sealing.sealer()))
                .toList();
        var command = new ReceiveReferral(
                received(id, form, child, caller, sealing),
                events,
                information(id, form, ids, caller, sealing),
                new HandoverId(caller.derived("handover")),
                sealing.aboutIfAny(SteppedUpToSocialCare.class, "reason", form.immediateRiskReason()));
        // Before, so that nobody is on record who cannot be found again; a repeat, and a key used twice, changes
        // nothing.
        if (!desk.wasDone(caller)) {
            form.people().forEach(person -> people.remember(idOf(ids, person.key(), "people"), person));
        }
        return desk.make(caller, Purpose.CLARIFY_REFERRAL, command, id.value(), id.value(), "/api/referrals/" + id);
    }

    /** Nobody is recorded a second time by oversight: whoever records has searched within the last day. */
    private void requireSearch(String searchId, Caller caller) {
        var found = RecordId.isCanonical(searchId) ? log.ofAggregate(searchId, 0) : List.<RecordedEvent>of();
        if (found.isEmpty()
                || found.getFirst().recordedAt().isBefore(clock.instant().minus(SEARCH_HOLDS)) && !desk.wasDone(caller)
                || !(found.getFirst().payload() instanceof RecordsSearched)
                || !caller.actor().id().equals(found.getFirst().envelope().get(Actor.ID))) {
            throw Refused.invalid(
                    "searchId",
                    "search-first",
                    "Search for the family first (POST /api/person-searches), not more than a day before, and send the searchId of the answer.");
        }
    }

    private static Map<String, PersonId> personIds(Caller caller, List<PersonForm> forms) {
        var ids = new LinkedHashMap<String, PersonId>();
        for (int i = 0; i < forms.size(); i++) {
            var earlier = ids.put(
                    forms.get(i).key(),
                    new PersonId(caller.derived("person/" + forms.get(i).key())));
            if (earlier != null) {
                throw Refused.invalid("people[" + i + "].key", "key-twice", "Two people have the same key.");
            }
        }
        return ids;
    }

    private static PersonId idOf(Map<String, PersonId> ids, String key, String field) {
        var id = ids.get(key);
        if (id == null) {
            throw Refused.invalid(field, "person-not-in-referral", "This names nobody among the people of the form.");
        }
        return id;
    }

    private static ReferralReceived received(
            ReferralId id, ReferralForm form, PersonId child, Caller caller, CommandSender.Sealing sealing) {
        var type = ReferralReceived.class;
        var referrer = form.referrer();
        var referrerId = new PersonId(caller.derived("referrer"));
        return new ReferralReceived(
                id,
                Identifiers.reference(id.value()),
                form.channel(),
                form.receivedOn(),
                form.area(),
                form.team(),
                new Referrer(
                        referrerId,
                        referrer.kind(),
                        sealing.sealer().sealIfAny(type, "name", referrerId, referrer.name()),
                        sealing.sealer().sealIfAny(type, "contact", referrerId, referrer.contact()),
                        referrer.organisation(),
                        referrer.anonymousToFamily()),
                form.familyAware(),
                sealing.aboutIfAny(type, "familyNotAwareReason", form.familyNotAwareReason()),
                form.immediateRisk(),
                child,
                sealing.about(type, "summary", form.summary()),
                form.needs() == null
                        ? List.of()
                        : form.needs().stream()
                                .map(n -> new Need(n.domain(), n.score()))
                                .toList(),
                sealing.aboutIfAny(type, "strengths", form.strengths()),
                sealing.aboutIfAny(type, "worries", form.worries()),
                sealing.aboutIfAny(type, "childsViews", form.childsViews()),
                sealing.aboutIfAny(type, "parentsViews", form.parentsViews()),
                sealing.aboutIfAny(type, "mustNotSee", form.mustNotSee()),
                form.excludedAgencies() == null ? List.of() : form.excludedAgencies(),
                form.searchId(),
                form.previousReferral() == null ? null : CommandSender.referral(form.previousReferral()));
    }

    private static List<InformationRecorded> information(
            ReferralId id, ReferralForm form, Map<String, PersonId> ids, Caller caller, CommandSender.Sealing sealing) {
        var forms = form.information() == null ? List.<InformationForm>of() : form.information();
        return IntStream.range(0, forms.size())
                .mapToObj(n -> {
                    var about = idOf(ids, forms.get(n).person(), "information[" + n + "].person");
                    return new InformationRecorded(
                            id,
                            new InformationId(caller.derived("information/" + n)),
                            about,
                            forms.get(n).category(),
                            forms.get(n).kind(),
                            sealing.of(
                                    InformationRecorded.class,
                                    "text",
                                    about,
                                    forms.get(n).text()),
                            sealing.of(
                                    InformationRecorded.class,
                                    "source",
                                    about,
                                    forms.get(n).source()),
                            forms.get(n).statedOn());
                })
                .toList();
    }

    @PostMapping("/{id}/people")
    ResponseEntity<?> addPerson(Caller caller, @PathVariable("id") String path, @Valid @RequestBody PersonForm form) {
        var id = CommandSender.referral(path);
        var person = new PersonId(caller.derived("person/" + form.key()));
        var sealing = desk.sealing(id, caller);
        var event = people.person(id, person, form, key -> new PersonId(CommandSender.id(key)), sealing.sealer());
        if (!desk.wasDone(caller)) {
            people.remember(person, form);
        }
        return desk.make(
                caller,
                Purpose.CLARIFY_REFERRAL,
                new AddPerson(event),
                id.value(),
                person.value(),
                "/api/referrals/" + id);
    }

    /** Information about somebody who is on record already. */
    record MoreInformationForm(
            @NotBlank @Identifier String personId,
            @NotNull InformationCategory category,
            @NotBlank @Code String kind,
            @NotBlank @Size(max = 20000) String text,
            @NotBlank @Size(max = 200) String source,
            @Nullable LocalDate statedOn) {}

    @PostMapping("/{id}/information")
    ResponseEntity<?> recordInformation(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody MoreInformationForm form) {
        var id = CommandSender.referral(path);
        var person = new PersonId(CommandSender.id(form.personId()));
        var sealing = desk.sealing(id, caller);
        var information = new InformationId(caller.derived("information"));
        var event = new InformationRecorded(
                id,
                information,
                person,
                form.category(),
                form.kind(),
                sealing.of(InformationRecorded.class, "text", person, form.text()),
                sealing.of(InformationRecorded.class, "source", person, form.source()),
                form.statedOn());
        return desk.make(
                caller,
                Purpose.CLARIFY_REFERRAL,
                new RecordInformation(event),
                id.value(),
                information.value(),
                "/api/referrals/" + id);
    }

    /** A correction with its reason. */
    record CorrectionForm(
            @NotBlank @Identifier String personId,

            @NotBlank
            @Pattern(
                    regexp =
                            "name|alsoKnownAs|dateOfBirth|gender|nhsNumber|upn|uprn|address|postcode|phone|email|school|gp|language")
            String field,

            @Nullable @Size(max = 4000) String was,
            @NotBlank @Size(max = 4000) String now,
            @NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/{id}/corrections")
    ResponseEntity<?> correct(Caller caller, @PathVariable("id") String path, @Valid @RequestBody CorrectionForm form) {
        var id = CommandSender.referral(path);
        var person = new PersonId(CommandSender.id(form.personId()));
        var sealing = desk.sealing(id, caller);
        var type = DetailsCorrected.class;
        var event = new DetailsCorrected(
                id,
                person,
                form.field(),
                sealing.sealer().sealIfAny(type, "was", person, form.was()),
                sealing.of(type, "now", person, form.now()),
                sealing.of(type, "reason", person, form.reason()));
        requireShape(form);
        var answer = act(caller, new CorrectDetails(event), id);
        people.rememberCorrection(person, form.field(), form.now());
        return answer;
    }

    /** A corrected value keeps the shape that its field has on every form. */
    private static void requireShape(CorrectionForm form) {
        var well = switch (form.field()) {
            case "dateOfBirth" -> form.now().matches("\\d{4}-\\d{2}-\\d{2}") && isDate(form.now());
            case "nhsNumber" -> Identifiers.isNhsNumber(form.now());
            case "upn" -> Identifiers.isUpn(form.now());
            case "uprn" -> Identifiers.isUprn(form.now());
            case "postcode" -> Identifiers.isPostcode(form.now());
            default -> true;
        };
        if (!well) {
            throw Refused.invalid("now", "wrong-type", "This is not a value that the field can take.");
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() >= 1900;
        } catch (java.time.format.DateTimeParseException _) {
            return false;
        }
    }

    /** Two records of one person. */
    record LinkForm(
            @NotBlank @Identifier String personId,
            @NotBlank @Identifier String samePersonAs,
            @NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/{id}/links")
    ResponseEntity<?> link(Caller caller, @PathVariable("id") String path, @Valid @RequestBody LinkForm form) {
        var id = CommandSender.referral(path);
        var reason = desk.sealing(id, caller).about(PersonLinked.class, "reason", form.reason());
        return act(
                caller,
                new LinkPerson(new PersonLinked(
                        id,
                        new PersonId(CommandSender.id(form.personId())),
                        new PersonId(CommandSender.id(form.samePersonAs())),
                        reason)),
                id);
    }

    @PostMapping("/{id}/unlinks")
    ResponseEntity<?> unlink(Caller caller, @PathVariable("id") String path, @Valid @RequestBody LinkForm form) {
        var id = CommandSender.referral(path);
        var reason = desk.sealing(id, caller).about(PersonUnlinked.class, "reason", form.reason());
        return act(
                caller,
                new UnlinkPerson(new PersonUnlinked(
                        id,
                        new PersonId(CommandSender.id(form.personId())),
                        new PersonId(CommandSender.id(form.samePersonAs())),
                        reason)),
                id);
    }

    /** A notice that was given. */
    record NoticeForm(
            @NotBlank @Identifier String personId,
            @NotBlank @Size(max = 40) String noticeVersion,
            @NotBlank @Code String method,
            @NotNull LocalDate givenOn) {}

    @PostMapping("/{id}/privacy-notices")
    ResponseEntity<?> giveNotice(Caller caller, @PathVariable("id") String path, @Valid @RequestBody NoticeForm form) {
        var id = CommandSender.referral(path);
        return act(
                caller,
                new GivePrivacyNotice(new PrivacyNoticeGiven(
                        id,
                        new PersonId(CommandSender.id(form.personId())),
                        form.noticeVersion(),
                        form.method(),
                        form.givenOn())),
                id);
    }

    private ResponseEntity<?> act(Caller caller, Object command, ReferralId id) {
        return desk.act(caller, Purpose.CLARIFY_REFERRAL, command, id.value(), "/api/referrals/" + id);
    }
}
