package io.hostpulse.broker.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** Finds the endpoint for a request, and refuses what no endpoint should see. Immutable after it was put together. */
public final class Router implements Endpoint {

    private final List<Route> routes = new ArrayList<>();

    /**
     * Adds an endpoint: for those who may look if the method is {@code GET}, and for those who may order otherwise. Only while the
     * router is put together.
     *
     * @param method the method in capitals
     * @param path the path, with names in braces for what may be anything
     * @param endpoint who answers
     * @return this router
     */
    public Router on(String method, String path, Endpoint endpoint) {
        return add(method, path, endpoint, method.equals("GET") ? Route.Need.TO_LOOK : Route.Need.TO_ORDER);
    }

    /**
     * Adds an endpoint for everybody: what browsers and probes have to get before anybody could send a token.
     *
     * @param path the path
     * @param endpoint who answers
     * @return this router
     */
    public Router open(String path, Endpoint endpoint) {
        return add("GET", path, endpoint, Route.Need.NOTHING);
    }

    /**
     * Adds an endpoint that changes nothing although its method is {@code POST}.
     *
     * @param path the path
     * @param endpoint who answers
     * @return this router
     */
    public Router onPostByViewers(String path, Endpoint endpoint) {
        return add("POST", path, endpoint, Route.Need.TO_LOOK);
    }

    /**
     * Adds an endpoint that shows what is for those only who may order.
     *
     * @param path the path
     * @param endpoint who answers
     * @return this router
     */
    public Router onGetByOperators(String path, Endpoint endpoint) {
        return add("GET", path, endpoint, Route.Need.TO_ORDER);
    }

    private Router add(String method, String path, Endpoint endpoint, Route.Need need) {
        routes.add(new Route(method, PathTemplate.of(path), endpoint, need));
        return this;
    }

    /**
     * Lists what there is.
     *
     * @return method and path of each endpoint
     */
    public List<String> endpoints() {
        return routes.stream()
                .map(route -> route.method() + " " + route.path().text())
                .toList();
    }

    @Override
    public CompletionStage<Response> answer(Request request) {
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> places =
                    route.path().match(request.target().segments());
            if (places.isPresent() && route.method().equals(request.method())) {
                admit(route, request);
                return route.endpoint().answer(request.at(places.get()));
            }
            places.ifPresent(found -> allowed.add(route.method()));
        }
        // Whoever may not look does not learn what there is either.
        if (!request.caller().mayLook()) {
            throw new ProblemException(request.caller().refusal());
        }
        throw new ProblemException(allowed.isEmpty() ? nothingHere() : notSo(allowed));
    }

    private static void admit(Route route, Request request) {
        if (!route.isFor(request.caller())) {
            throw new ProblemException(request.caller().refusal());
        }
        // A web page elsewhere can send other types, and none, without asking first whether it may.
        if (route.hasBody() && !isJson(request.contentType())) {
            throw new ProblemException(Problem.of(415, "send JSON, with the header Content-Type: application/json"));
        }
    }

    private static boolean isJson(Optional<String> contentType) {
        return contentType
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(Response.JSON::equals)
                .isPresent();
    }

    private static Problem nothingHere() {
        return Problem.of(404, "there is no such page; begin at /");
    }

    private static Problem notSo(TreeSet<String> allowed) {
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        String methods = String.join(", ", allowed);
        return new Problem(405, "only " + methods + " can be used here", Map.of("Allow", methods));
    }
}
