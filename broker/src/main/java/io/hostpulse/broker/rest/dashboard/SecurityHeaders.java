package io.hostpulse.broker.rest.dashboard;

import java.util.Map;
import java.util.TreeMap;

/** What a browser is told so that nothing but the dashboard's own files ever runs in the dashboard. */
final class SecurityHeaders {

    /** No script, style or font but our own files, no frame around them, and no connection but to this server. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final Map<String, String> OF_PAGES = new TreeMap<>(Map.of(
            "Content-Security-Policy", POLICY,
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Referrer-Policy", "no-referrer",
            "X-Frame-Options", "DENY"));

    private SecurityHeaders() {}
}
