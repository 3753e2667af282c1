package io.hostpulse.common.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What there is at most one alert for at a time: a rule, and where it matches several things, one of them.
 *
 * @param rule the rule's name
 * @param dimension which of the things, for example {@code path=/home}; empty when the rule matches one value
 */
public record AlertKey(String rule, String dimension) {

    /** 48 bits: among a million alerts two share an id once in five hundred years of them. */
    private static final int ID_DIGITS = 12;

    /**
     * Names one occurrence. The same occurrence always gets the same id, also when it is computed again after a crash, so
     * that receivers can drop what comes twice.
     *
     * @param since when it began, epoch nanoseconds; what is below a microsecond does not count
     * @return twelve hexadecimal digits
     */
    public String id(long since) {
        String text = rule + '\0' + dimension + '\0' + Math.floorDiv(since, 1000);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return dimension.isEmpty() ? rule : rule + "{" + dimension + "}";
    }
}
