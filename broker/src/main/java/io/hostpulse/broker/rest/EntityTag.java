package io.hostpulse.broker.rest;

import io.hostpulse.common.model.Fields;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells one content from another (RFC 9110). The tags are weak: what is equal in meaning is not equal to the byte. */
final class EntityTag {

    private static final int BYTES = 12;

    private EntityTag() {}

    static String of(Fields content) {
        byte[] digest = sha256().digest(Json.bytes(content));
        return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)) + "\"";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
