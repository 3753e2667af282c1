package io.hostpulse.client;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a connection ended, or why there is none.
 *
 * @param reason for people
 * @param comeBack when the broker wants to see this client again; empty when it does not say
 * @param isFinal whether another attempt is useless
 */
record Ending(String reason, Optional<Duration> comeBack, boolean isFinal) {

    private static final int GOING_AWAY = 1001;
    private static final int ABNORMAL = 1006;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    static Ending failed(String reason) {
        return new Ending(reason, Optional.empty(), false);
    }

    static Ending forGood(String reason) {
        return new Ending(reason, Optional.empty(), true);
    }

    /** The handshake was answered, and not with 101. */
    static Ending refused(int status) {
        boolean isOurFault = status >= FIRST_CLIENT_ERROR && status < FIRST_SERVER_ERROR;
        boolean mayPass =
                status == HttpURLConnection.HTTP_CLIENT_TIMEOUT || status == TOO_EARLY || status == TOO_MANY_REQUESTS;
        String reason = "the server answers the handshake with " + status + meaning(status);
        return isOurFault && !mayPass ? forGood(reason) : failed(reason);
    }

    private static String meaning(int status) {
        return switch (status) {
            case HttpURLConnection.HTTP_UNAUTHORIZED -> ": it wants a token, and not this one";
            case HttpURLConnection.HTTP_FORBIDDEN -> ": it does not want this client";
            case HttpURLConnection.HTTP_UNAVAILABLE -> ": it is not ready";
            default -> "";
        };
    }

    /** A close frame came; or, with 1006, the connection broke without one. */
    static Ending closed(int code, String reason) {
        if (code == ABNORMAL) {
            return failed("the connection broke");
        }
        String said = reason.isEmpty() ? "" : ": " + reason;
        return new Ending(
                "the server closed the connection with " + code + said,
                code == GOING_AWAY ? delay(reason) : Optional.empty(),
                false);
    }

    // After 1001 the reason has the number of milliseconds.
    private static Optional<Duration> delay(String reason) {
        Matcher number = NUMBER.matcher(reason);
        return number.find() ? Optional.of(Duration.ofMillis(Long.parseLong(number.group()))) : Optional.empty();
    }

    Ending comingBack(Duration delay) {
        return new Ending(reason, Optional.of(delay), isFinal);
    }
}
