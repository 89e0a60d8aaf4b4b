package uk.earlyhelphub.api.agenda;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One Hub meeting, as the team that holds it sees it or as somebody does who is called to it; {@code as} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "as")
@JsonSubTypes({
    @JsonSubTypes.Type(value = HubMeetingView.TeamMeetingView.class, name = "TEAM"),
    @JsonSubTypes.Type(value = HubMeetingView.MemberMeetingView.class, name = "MEMBER")
})
@Schema(
        oneOf = {HubMeetingView.TeamMeetingView.class, HubMeetingView.MemberMeetingView.class},
        discriminatorProperty = "as",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "TEAM", schema = HubMeetingView.TeamMeetingView.class),
            @DiscriminatorMapping(value = "MEMBER", schema = HubMeetingView.MemberMeetingView.class)
        })
public sealed interface HubMeetingView {
    /** The meeting's id. */
    String id();

    /** The day on which it meets. */
    LocalDate meetsOn();

    /**
     * As the team sees it.
     *
     * @param agenda every case, also those that left it
     * @param present the ids of those who came; none until attendance is recorded
     */
    record TeamMeetingView(
            String id,
            LocalDate meetsOn,
            String startsAt,
            String place,
            String chair,
            boolean published,
            boolean held,
            boolean cancelled,
            List<AgendaItemView> agenda,
            @Nullable List<String> present,
            @Nullable List<String> apologies)
            implements HubMeetingView {}

    /**
     * As somebody sees it who is called to it.
     *
     * @param agenda the cases that are meant for them now
     * @param present the ids of those who came; none until attendance is recorded
     */
    record MemberMeetingView(
            String id,
            LocalDate meetsOn,
            String startsAt,
            String place,
            String chair,
            boolean published,
            boolean held,
            boolean cancelled,
            List<PreparedItemView> agenda,
            @Nullable List<String> present,
            @Nullable List<String> apologies)
            implements HubMeetingView {}

    /** One case on an agenda; {@code removed} says why it left, if it did. */
    record AgendaItemView(
            String referralId, String reference, @Nullable String removed) {}

    /** One case that somebody may open to prepare themselves. */
    record PreparedItemView(String referralId, String reference) {}
}
