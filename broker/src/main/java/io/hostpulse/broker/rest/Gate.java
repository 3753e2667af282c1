package io.hostpulse.broker.rest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Decides who may do what. Browsers are the danger: any page that a person opens can send requests to this machine, and one whose
 * name was pointed here by its owner (DNS rebinding) can even read the answers. So the Host must be a name of this server,
 * an address, which nobody can point elsewhere, or a loopback name; and a page must come from this server, or from one that the
 * configuration names. The same holds for WebSockets, which browsers open to anybody. Immutable.
 */
public final class Gate {

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.%]+]|[^:\\[\\]/?#@\\s]+)(?::(\\d{0,5}))?");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[.*]");
    private static final Pattern ORIGIN = Pattern.compile("(https?)://(.+)");

    private static final Map<String, String> USUAL_PORTS = Map.of("http", "80", "https", "443");

    private static final String STRANGE_HOST =
            "this server is not called that: use localhost, its address, or a name in broker.host or broker.allowed_hosts";
    private static final String STRANGE_PAGE =
            "web pages of other servers may not ask this one, unless broker.allowed_origins names them";

    private final Set<String> names;
    private final Set<String> origins;
    private final Access access;

    /**
     * Makes a gate.
     *
     * @param names what this server is called, besides loopback names and addresses
     * @param origins web pages of other servers that may ask, in lower case
     * @param access finds out who somebody is
     */
    public Gate(Set<String> names, Set<String> origins, Access access) {
        this.names = new TreeSet<>();
        names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
        this.origins = Set.copyOf(origins);
        this.access = access;
    }

    /**
     * Lets a request or a WebSocket in.
     *
     * @param visit who asks
     * @return what that is allowed
     * @throws ProblemException when nothing is
     */
    public Caller admit(Visit visit) {
        return access.identify(visit, check(visit));
    }

    /**
     * Tells whether somebody may still do what he was allowed when he came.
     *
     * @param caller somebody who came in before
     * @return whether that one has not lost it
     */
    public boolean isStanding(Caller caller) {
        return access.isStanding(caller);
    }

    /**
     * Remembers a connection that lives on.
     *
     * @param caller who has it
     * @param end ends it when its token is gone; called once, by any thread
     * @return forgets it again, when it has ended by itself
     */
    public Runnable stay(Caller caller, Runnable end) {
        return access.stay(caller, end);
    }

    /**
     * Refuses those who mean another server, and web pages that may not ask.
     *
     * @param visit who asks
     * @return whether it is an allowed web page of another server
     * @throws ProblemException when it is refused
     */
    public boolean check(Visit visit) {
        Optional<String> host = host(visit);
        boolean isForeign = visit.origin()
                .filter(page -> host.isEmpty() || !isFrom(page, host.get()))
                .isPresent();
        if (isForeign && !isAllowed(visit.origin().get())) {
            throw new ProblemException(Problem.of(403, STRANGE_PAGE));
        }
        return isForeign;
    }

    /**
     * Tells whether the configuration lets a page of another server ask.
     *
     * @param origin the page's server
     * @return whether it is named
     */
    public boolean isAllowed(String origin) {
        return origins.contains(origin.toLowerCase(Locale.ROOT));
    }

    /** None with HTTP 1.0, which no browser speaks; a page would still show itself by its origin. */
    private Optional<String> host(Visit visit) {
        if (visit.hosts().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> host = normal(visit.hosts().get(0), "80");
        if (visit.hosts().stream().distinct().count() > 1 || host.isEmpty()) {
            throw ProblemException.badRequest("a request needs one Host header with a name or an address");
        }
        if (!isOwn(name(host.get()))) {
            throw new ProblemException(Problem.of(421, STRANGE_HOST));
        }
        return Optional.of(visit.hosts().get(0));
    }

    private boolean isOwn(String name) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || ADDRESS.matcher(name).matches()
                || names.contains(name);
    }

    private static boolean isFrom(String origin, String host) {
        var page = ORIGIN.matcher(origin.toLowerCase(Locale.ROOT));
        if (!page.matches()) {
            return false;
        }
        String usualPort = USUAL_PORTS.get(page.group(1));
        Optional<String> server = normal(page.group(2), usualPort);
        return server.isPresent() && server.equals(normal(host, usualPort));
    }

    /** Name and port in lower case; the usual port is none. */
    private static Optional<String> normal(String authority, String usualPort) {
        var parts = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(1).replaceFirst("\\.$", "");
        String port = parts.group(2);
        return Optional.of(port == null || port.isEmpty() || port.equals(usualPort) ? name : name + ":" + port);
    }

    private static String name(String host) {
        return host.startsWith("[") ? host.substring(0, host.indexOf(']') + 1) : host.split(":", 2)[0];
    }
}
