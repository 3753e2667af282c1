package io.hostpulse.broker.rest;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Decides who may do what. Browsers are the danger: any page that a person opens can send requests to this machine, and one whose
 * name was pointed here by its owner (DNS rebinding) can even read the answers. So the Host must be a name of this server,
 * an address, which nobody can point elsewhere, or a loopback name; and a page must come from this server. Orders are taken
 * from this machine only. Immutable.
 */
public final class Gate {

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.%]+]|[^:\\[\\]/?#@\\s]+)(?::(\\d{0,5}))?");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[.*]");
    private static final Pattern ORIGIN = Pattern.compile("https?://(.+)");

    private static final String STRANGE_HOST =
            "this server is not called that: use localhost, its address, or the name in broker.host";
    private static final String STRANGE_PAGE = "web pages of other servers may not ask this one";
    private static final String ONLY_HERE =
            "orders are taken from this machine only: use http://127.0.0.1 or the command hostpulse there";

    private final Set<String> names;

    /**
     * Makes a gate.
     *
     * @param names what this server is called, besides loopback names and addresses
     */
    public Gate(Set<String> names) {
        this.names = new TreeSet<>();
        names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Lets a request in.
     *
     * @param visit who asks
     * @return what that is allowed
     * @throws ProblemException when nothing is
     */
    public Caller admit(Visit visit) {
        refusal(visit).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return byAddress(visit);
    }

    /**
     * Lets a WebSocket client in, which may always look.
     *
     * @param visit who asks
     * @return what that is allowed
     */
    public Caller welcome(Visit visit) {
        return refusal(visit)
                .map(problem -> Caller.viewer(visit.peer().getHostAddress(), problem.detail()))
                .orElseGet(() -> byAddress(visit));
    }

    // A proxy on this machine that tells for whom it asks lends nobody its own address.
    private static Caller byAddress(Visit visit) {
        String by = visit.peer().getHostAddress();
        return visit.peer().isLoopbackAddress() && !visit.forwarded()
                ? Caller.operator(by)
                : Caller.viewer(by, ONLY_HERE);
    }

    private Optional<Problem> refusal(Visit visit) {
        if (visit.hosts().isEmpty()) {
            // HTTP 1.0, which no browser speaks. A page would still show itself by its origin.
            return visit.origin().map(page -> Problem.of(403, STRANGE_PAGE));
        }
        Optional<String> host = normal(visit.hosts().get(0));
        if (visit.hosts().stream().distinct().count() > 1 || host.isEmpty()) {
            return Optional.of(Problem.of(400, "a request needs one Host header with a name or an address"));
        }
        if (!isOwn(name(host.get()))) {
            return Optional.of(Problem.of(421, STRANGE_HOST));
        }
        return visit.origin().filter(page -> !isFrom(page, host.get())).map(page -> Problem.of(403, STRANGE_PAGE));
    }

    private boolean isOwn(String name) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || ADDRESS.matcher(name).matches()
                || names.contains(name);
    }

    private static boolean isFrom(String origin, String host) {
        var page = ORIGIN.matcher(origin.toLowerCase(Locale.ROOT));
        return page.matches() && normal(page.group(1)).equals(Optional.of(host));
    }

    /** Name and port in lower case; the usual port of HTTP is none. */
    private static Optional<String> normal(String authority) {
        var parts = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(1).replaceFirst("\\.$", "");
        String port = parts.group(2);
        return Optional.of(port == null || port.isEmpty() || port.equals("80") ? name : name + ":" + port);
    }

    private static String name(String host) {
        return host.startsWith("[") ? host.substring(0, host.indexOf(']') + 1) : host.split(":", 2)[0];
    }
}
