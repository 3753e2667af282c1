package io.hostpulse.common.net;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status 200 to 599
 * @param headers by name in lower case; of several with one name the last
 * @param body what came with it; empty when it was larger than allowed, or not needed and not complete
 */
public record HttpAnswer(int status, Map<String, String> headers, Optional<byte[]> body) {

    /** Copies the headers. */
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /**
     * Tells whether the server did what was asked.
     *
     * @return whether the status is 2xx
     */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /**
     * Looks a header up.
     *
     * @param name its name, in any case
     * @return its value, if there is one
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
