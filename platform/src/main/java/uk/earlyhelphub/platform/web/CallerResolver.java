package uk.earlyhelphub.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.commands.AccessEnded;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.platform.ids.IdsOfCommands;

/** Makes a {@link Caller} of the verified token and the headers of a request. */
final class CallerResolver implements HandlerMethodArgumentResolver {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{8,100}");
    /** The request attribute with the {@link Caller}, for whoever answers for a request that went wrong. */
    static final String CALLER = CallerResolver.class.getName() + "/caller";

    private static final Pattern CORRELATION =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Ids ids;
    private final IdsOfCommands names;
    private final AccessCheck access;
    private final CommandReceipts receipts;
    private final List<CallerSeen> watchers;

    CallerResolver(
            Ids ids, IdsOfCommands names, AccessCheck access, CommandReceipts receipts, List<CallerSeen> watchers) {
        this.watchers = watchers;
        this.ids = ids;
        this.names = names;
        this.access = access;
        this.receipts = receipts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Caller.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = webRequest.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("An endpoint with a caller was reached without a request");
        }
        return request.getAttribute(CALLER) instanceof Caller known ? known : resolve(request);
    }

    /** Whoever sent this request with this verified token. It is kept with the request. */
    Caller resolve(HttpServletRequest request) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
            throw new IllegalStateException("An endpoint with a caller was reached without a verified token");
        }
        var actor = actor(token.getToken());
        if (!access.isOpen(actor)) {
            throw new AccessEnded();
        }
        watchers.forEach(w -> w.seen(actor));
        var typed = key(request, CommandHeaders.IDEMPOTENCY_KEY);
        var id = typed == null ? ids.next() : commandId(actor, typed);
        var correlation = correlation(request.getHeader(CommandHeaders.CORRELATION_ID));
        var caller = new Caller(
                actor,
                id,
                typed != null,
                fingerprint(request),
                correlation == null ? id : correlation,
                version(request.getHeader(CommandHeaders.IF_MATCH)),
                actor.role() == Role.FAMILY ? token.getToken().getClaimAsString("person") : null,
                typed == null ? names : names(actor, id));
        request.setAttribute(CALLER, caller);
        return caller;
    }

    /**
     * What a command is called whose sender chose a key. The key itself, in which people write what they like, stands nowhere: not in
     * the history and not in the receipt. Under keys as they were typed only what earlier releases did is on record, and honoured.
     */
    private String commandId(Actor actor, String typed) {
        return receipts.find(actor.id(), typed).isPresent() ? typed : Caller.commandOf(names, actor, typed);
    }

    /** What was made by a key before ids were secret keeps its id when the key is used again. */
    private IdsOfCommands names(Actor actor, String commandId) {
        var early =
                receipts.find(actor.id(), commandId).filter(r -> !r.secretIds()).isPresent();
        return early ? Ids::derived : names;
    }

    /** The actor that a token speaks for. Throws if it names no single role. */
    static Actor actor(Jwt token) {
        var roles = token.getClaimAsStringList("roles");
        if (roles == null || roles.size() != 1) {
            throw Refused.by(EdgeRule.ONE_ROLE, "A token must name exactly one role to act in.");
        }
        var role = role(roles.getFirst());
        var name = token.getClaimAsString("name");
        var organisation = token.getClaimAsString("organisation");
        var subject = token.getSubject();
        if (subject == null || organisation == null || role == Role.SYSTEM) {
            throw Refused.by(EdgeRule.NO_ORGANISATION, "A token must name the organisation acted for.");
        }
        return new Actor(
                subject,
                role == Role.FAMILY ? "a family member" : name == null ? subject : name,
                role,
                organisation,
                token.getClaimAsString("team"));
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Refused.by(EdgeRule.ONE_ROLE, "The role that the token names is none of the Hub's.");
        }
    }

    private static @Nullable String key(HttpServletRequest request, String header) {
        var value = request.getHeader(header);
        if (value != null && !KEY.matcher(value).matches()) {
            throw Refused.by(
                    EdgeRule.KEY_SHAPE,
                    header,
                    "It must be 8 to 100 letters, digits, dots, dashes, underscores or tildes.");
        }
        return value;
    }

    /** It stands in the history in the clear and for ever, so it is an id, and nothing that somebody thought of. */
    private static @Nullable String correlation(@Nullable String id) {
        if (id != null && !CORRELATION.matcher(id).matches()) {
            throw Refused.by(
                    EdgeRule.CORRELATION_SHAPE,
                    CommandHeaders.CORRELATION_ID,
                    "It must be a UUID in lower case, made at random.");
        }
        return id;
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        var bare = ifMatch.replace("\"", "");
        if (!bare.matches("\\d{1,9}")) {
            throw Refused.by(
                    EdgeRule.VERSION_SHAPE, CommandHeaders.IF_MATCH, "It must be the ETag of an earlier answer.");
        }
        return Long.parseLong(bare);
    }

    private static String fingerprint(HttpServletRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod().toUpperCase(Locale.ROOT) + ' ' + request.getRequestURI() + '\n')
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (request instanceof CachedRequest kept) {
                digest.update(kept.body());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
