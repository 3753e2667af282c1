package io.hostpulse.broker.rest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes parts of targets, strictly: two readers of one address must not understand different things. */
final class PercentEncoding {

    private static final int HEX = 16;

    private PercentEncoding() {}

    /** Decodes a part of a path. */
    static String decode(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.write(octet(raw, i + 1));
                i += 2;
            } else {
                bytes.write(plain(c));
            }
        }
        return text(bytes.toByteArray());
    }

    /** Decodes a part of a query, in which a plus is a blank. */
    static String decodeForm(String raw) {
        return decode(raw.replace("+", "%20"));
    }

    private static int plain(char c) {
        if (c <= ' ' || c >= 0x7f) {
            throw ProblemException.badRequest("an address has only visible ASCII characters: encode others with %");
        }
        return c;
    }

    private static int octet(String raw, int at) {
        int high = at < raw.length() ? Character.digit(raw.charAt(at), HEX) : -1;
        int low = at + 1 < raw.length() ? Character.digit(raw.charAt(at + 1), HEX) : -1;
        if (high < 0 || low < 0) {
            throw ProblemException.badRequest("after a % there must be two hexadecimal digits");
        }
        return high * HEX + low;
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw ProblemException.badRequest("an address has no control characters");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw ProblemException.badRequest("what stands encoded in an address must be UTF-8");
        }
    }
}
