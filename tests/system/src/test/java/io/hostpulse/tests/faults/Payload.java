package io.hostpulse.tests.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Payloads that name their writer's life as well as their number, so that a number given twice to different records shows.
 *
 * @param token this life of the writer
 * @param size how long a payload is at least
 */
record Payload(String token, int size) {

    private static final String BEFORE_TOKEN = "\"w\":\"";

    ByteBuffer of(long sequence) {
        String start = "{\"n\":" + sequence + "," + BEFORE_TOKEN + token + "\",\"pad\":\"";
        String text = start + "x".repeat(Math.max(0, size - start.length() - 2)) + "\"}";
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    static String tokenIn(String payload) {
        int from = payload.indexOf(BEFORE_TOKEN) + BEFORE_TOKEN.length();
        return payload.substring(from, payload.indexOf('"', from));
    }
}
