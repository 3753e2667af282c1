package io.hostpulse.collector.source.http;

import java.util.Map;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status 200 to 599
 * @param headers by name in lower case; of several with one name the last
 * @param body what came with it; empty when it was larger than allowed and was not read to its end
 */
record HttpAnswer(int status, Map<String, String> headers, Optional<byte[]> body) {

    boolean isSuccess() {
        return status / 100 == 2;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
