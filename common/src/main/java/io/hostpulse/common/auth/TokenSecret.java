package io.hostpulse.common.auth;

import io.hostpulse.common.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The part of a token that only its holder has: 256 random bits as text. At rest there is its SHA-256 only. A slow hash, as passwords need,
 * would protect nothing here: nobody can try 2^256 of them, however fast he tries.
 */
public final class TokenSecret {

    /** By this leaked tokens are found, also by the scanners of code hosts. */
    public static final String PREFIX = "hpt_";

    private static final int RANDOM_BYTES = 32;

    private TokenSecret() {}

    /**
     * Makes a new one.
     *
     * @return the prefix and 43 letters, digits, {@code -} and {@code _}, all of which may stand in a header
     */
    public static Secret generate() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /**
     * Makes what is kept.
     *
     * @param secret what somebody presents
     * @return its SHA-256 in hexadecimal digits
     */
    public static String hash(Secret secret) {
        byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
