package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.common.text.Printable;

/** Text that came from outside. */
final class Texts {

    private static final int MOST = 64;

    private Texts() {}

    /** Short and harmless, for a message. */
    static String shown(String text) {
        return Printable.of(text.length() <= MOST ? text : text.substring(0, MOST) + "…");
    }
}
