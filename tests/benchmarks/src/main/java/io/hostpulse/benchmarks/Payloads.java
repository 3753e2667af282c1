package io.hostpulse.benchmarks;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** What the sources write, captured from a small machine. */
public final class Payloads {

    /** The streams of which there is a payload. */
    public static final List<String> STREAMS = List.of("disk", "memory", "network", "processor", "system");

    /** The usual length of a record, 0.3 to 3 KB for the usual sources. */
    private static final int USUAL_LENGTH = 2048;

    private Payloads() {}

    /**
     * Reads the payload of a stream.
     *
     * @param stream one of {@link #STREAMS}
     * @return its UTF-8 JSON object
     * @throws IOException when there is none
     */
    public static ByteBuffer of(String stream) throws IOException {
        String resource = "/payloads/" + stream + ".json";
        try (InputStream in = Payloads.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return ByteBuffer.wrap(in.readAllBytes());
        }
    }

    /**
     * Makes a payload of the usual length; neither the appender nor the tail looks at what it says.
     *
     * @return 2 KB
     */
    public static ByteBuffer usual() {
        ByteBuffer payload = ByteBuffer.allocate(USUAL_LENGTH);
        while (payload.hasRemaining()) {
            payload.put((byte) ('0' + payload.position() % 10));
        }
        return payload.flip();
    }
}
