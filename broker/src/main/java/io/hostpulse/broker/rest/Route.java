package io.hostpulse.broker.rest;

import java.util.Set;

/** What is answered at one path to one method, to everybody or only to those who may look. */
record Route(String method, PathTemplate path, Endpoint endpoint, Need need) {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

    /** What somebody must be allowed. */
    enum Need {
        NOTHING,
        TO_LOOK,
        TO_ORDER
    }

    boolean isFor(Caller caller) {
        return switch (need) {
            case NOTHING -> true;
            case TO_LOOK -> caller.mayLook();
            case TO_ORDER -> caller.mayOrder();
        };
    }

    boolean hasBody() {
        return WITH_BODY.contains(method);
    }
}
