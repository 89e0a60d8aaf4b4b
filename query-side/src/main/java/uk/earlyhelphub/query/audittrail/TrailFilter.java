package uk.earlyhelphub.query.audittrail;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.query.access.ReadingRule;

/**
 * By what the trail is narrowed down; all that is given must hold.
 *
 * @param referral the id of a case
 * @param person the id of a person, or of a meeting, service, sharing or allocation, that the event mentions
 * @param actor the id of who acted
 * @param organisation for which organisation they acted
 * @param type a type of event, or with {@code .*} at the end a whole stream, such as {@code RecordAccess.*}
 * @param from the first instant
 * @param to the first instant after
 * @param correlation the id of the request that it was part of
 * @param name how who acted was called then, whole, in capitals or not
 * @param role in which they acted
 */
record TrailFilter(
        @Nullable String referral,
        @Nullable String person,
        @Nullable @Size(max = 200) String actor,
        @Nullable @Size(max = 200) String organisation,

        @Nullable
        @Pattern(
                regexp = "[A-Za-z]{1,40}\\.([A-Za-z]{1,60}|\\*)",
                message = "a type such as Referral.ConsentGiven, or Referral.*")
        String type,

        @Nullable Purpose purpose,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable @Size(max = 200) String correlation,
        @Nullable @Size(max = 200) String name,
        @Nullable Role role) {
    private static final int LONGEST = 200;
    private static final java.util.regex.Pattern TYPE =
            java.util.regex.Pattern.compile("[A-Za-z]{1,40}\\.([A-Za-z]{1,60}|\\*)");

    /** No store keeps a NUL, and nobody's sign-in has any other control character. */
    private static final java.util.regex.Pattern WITHOUT_CONTROLS = java.util.regex.Pattern.compile("\\P{Cntrl}*");

    /** What happened in one case. */
    static TrailFilter ofCase(String referral) {
        return new TrailFilter(referral, null, null, null, null, null, null, null, null, null, null);
    }

    /** Everything that happened. */
    static TrailFilter everything() {
        return new TrailFilter(null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Throws a broken rule that names the field if one of them cannot be. */
    TrailFilter checked() {
        requireId("referral", referral);
        requireId("person", person);
        requireShort("actor", actor);
        requireShort("organisation", organisation);
        requireShort("correlation", correlation);
        requireShort("name", name);
        if (type != null && !TYPE.matcher(type).matches()) {
            throw Refused.by(
                    TrailRule.NO_SUCH_TYPE, "type", "Send a type such as Referral.ConsentGiven, or Referral.*");
        }
        if (type != null && !type.endsWith(".*") && EventTypes.named(type).isEmpty()) {
            throw Refused.by(
                    TrailRule.NO_SUCH_TYPE, "type", "No event has this type; docs/event-catalogue.md lists them.");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw Refused.by(ReadingRule.FROM_AFTER_TO, "from", "The first instant must lie before the last.");
        }
        return this;
    }

    private static void requireShort(String field, @Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            throw Refused.by(TrailRule.FILTER_TOO_LONG, field, "This has at most " + LONGEST + " characters.");
        }
        if (value != null && !WITHOUT_CONTROLS.matcher(value).matches()) {
            throw Refused.by(TrailRule.CONTROL_CHARACTERS, field, "This has no control characters.");
        }
    }

    private static void requireId(String field, @Nullable String id) {
        if (id != null && !RecordId.isCanonical(id)) {
            throw Refused.by(ReadingRule.IDENTIFIER, field, "This is not an identifier.");
        }
    }

    /** What must hold, as SQL conditions with their values. */
    Map<String, Object> conditions() {
        var conditions = new LinkedHashMap<String, Object>();
        add(conditions, "referral_id = ?::uuid", referral);
        add(conditions, "mentions @> array[?::uuid]", person);
        add(conditions, "actor = ?", actor);
        add(conditions, "organisation = ?", organisation);
        if (type != null && type.endsWith(".*")) {
            conditions.put("stream = ?", type.substring(0, type.length() - 2));
        } else {
            add(conditions, "type = ?", type);
        }
        add(conditions, "purpose = ?", purpose == null ? null : purpose.name());
        add(conditions, "recorded_at >= ?::timestamptz", from == null ? null : from.toString());
        add(conditions, "recorded_at < ?::timestamptz", to == null ? null : to.toString());
        add(conditions, "correlation_id = ?", correlation);
        add(conditions, "lower(envelope ->> 'actorName') = lower(?)", name);
        add(conditions, "envelope ->> 'actorRole' = ?", role == null ? null : role.name());
        return conditions;
    }

    private static void add(Map<String, Object> conditions, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.put(condition, value);
        }
    }

    /** How it is put on record: ids and codes only. */
    List<String> onRecord() {
        var fields = new ArrayList<String>();
        name(fields, "referral", referral);
        name(fields, "person", person);
        name(fields, "actor", actor);
        name(fields, "organisation", organisation);
        name(fields, "type", type);
        name(fields, "purpose", purpose);
        name(fields, "from", from);
        name(fields, "to", to);
        name(fields, "correlation", correlation);
        name(fields, "name", name);
        name(fields, "role", role);
        return fields;
    }

    private static void name(List<String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.add("trail." + name + "=" + value);
        }
    }
}
