package io.hostpulse.prometheus.text;

import java.util.Optional;

/**
 * An answer to a scrape.
 *
 * @param contentType the form and its version
 * @param encoding {@code gzip} when it is compressed
 * @param body the bytes; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // sent as it is, and compared by nobody
public record Page(String contentType, Optional<String> encoding, byte[] body) {}
