package io.hostpulse.broker.rest;

import java.util.Set;

/** What is answered at one path to one method. */
record Route(String method, PathTemplate path, Endpoint endpoint) {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

    boolean isOrder() {
        return !method.equals("GET");
    }

    boolean hasBody() {
        return WITH_BODY.contains(method);
    }
}
