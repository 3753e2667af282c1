package io.hostpulse.common.program;

import java.nio.charset.StandardCharsets;

/** What a program wrote. Immutable. */
public final class Output {

    private final byte[] bytes;

    Output(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Gives it as it is.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Reads it as UTF-8.
     *
     * @return the text; what is none is replaced
     */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
