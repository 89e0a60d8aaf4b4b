package uk.earlyhelphub.command.handling;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import uk.earlyhelphub.command.hubmeeting.HubMeetings;
import uk.earlyhelphub.command.sending.RefusalsOnRecord;
import uk.earlyhelphub.command.serviceoffer.ServiceOffers;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamDefinition;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.platform.web.FaultGuard;

/** Whoever sends something wrong about what is not theirs is told that there is nothing, as if it had been right. */
@Component
class StrangersFaults implements FaultGuard {
    private static final List<String> OF_STREAMS = List.of(
            "uk.earlyhelphub.command.referral",
            "uk.earlyhelphub.command.hubmeeting",
            "uk.earlyhelphub.command.serviceoffer");

    private final Streams streams;
    private final EventLog log;
    private final RefusalsOnRecord refusals;

    StrangersFaults(Streams streams, EventLog log, RefusalsOnRecord refusals) {
        this.streams = streams;
        this.log = log;
        this.refusals = refusals;
    }

    @Override
    public void beforeTelling(HttpServletRequest request, Caller caller) {
        var id = commandAbout(request);
        if (id == null) {
            return;
        }
        var actor = caller.actor();
        var path = request.getRequestURI();
        var referral = path.startsWith("/api/referrals/") && RecordId.isCanonical(id) ? new ReferralId(id) : null;
        var theirs = RecordId.isCanonical(id)
                && (path.startsWith("/api/referrals/")
                        ? mayKnow(streams.referrals(), id, actor)
                        : path.startsWith("/api/hub-meetings/")
                                ? mayKnow(HubMeetings.STREAM, id, actor)
                                : mayKnow(ServiceOffers.STREAM, id, actor));
        if (!theirs) {
            refusals.record(caller, referral);
            throw Refused.unknown();
        }
    }

    /** The id in the path of a command; nothing if this is no command, or one that makes something new. */
    private static @Nullable String commandAbout(HttpServletRequest request) {
        var endpoint = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod m
                ? m.getBeanType().getPackageName()
                : "";
        // What somebody does in person is no less theirs where nothing ties them to a case.
        return OF_STREAMS.stream().anyMatch(endpoint::startsWith)
                        && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                ? (String) variables.get("id")
                : null;
    }

    private <E extends HubEvent, S, N> boolean mayKnow(StreamDefinition<E, S, N> stream, String id, Actor actor) {
        var history = log.ofAggregate(id, 0);
        return !history.isEmpty()
                && history.stream().map(RecordedEvent::payload).allMatch(stream.events()::isInstance)
                && stream.mayKnow().test(actor, stream.folded(history));
    }
}
