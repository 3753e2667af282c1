package io.hostpulse.common.auth;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What is kept of a token: everything but the token itself.
 *
 * @param name who has it, for people; the author of the orders that are given with it
 * @param role what it allows
 * @param hash its SHA-256, see {@link TokenSecret}
 * @param created when it was made, epoch nanoseconds
 * @param expires when it ends, epoch nanoseconds; never when empty
 */
public record Token(String name, Role role, String hash, long created, OptionalLong expires) {

    /** Names that need no quoting anywhere. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    /**
     * Tells whether a text can be a token's name.
     *
     * @param text any text
     * @return whether it has 1 to 64 letters, digits, {@code .}, {@code _}, {@code @} and {@code -}, and begins with one of the first two
     */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * Tells whether it can still be used.
     *
     * @param now the present time, epoch nanoseconds
     * @return whether it has not ended
     */
    public boolean isValidAt(long now) {
        return expires.isEmpty() || now < expires.getAsLong();
    }
}
