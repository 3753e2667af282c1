package io.hostpulse.broker.rest;

import java.util.Locale;
import java.util.Optional;

/**
 * Which form of an answer somebody wants, where there are several.
 *
 * @param type the header Accept
 * @param encoding the header Accept-Encoding
 */
public record Wanted(Optional<String> type, Optional<String> encoding) {

    /** Whatever there is. */
    public static final Wanted ANYTHING = new Wanted(Optional.empty(), Optional.empty());

    /**
     * Tells whether an answer may be compressed.
     *
     * @return whether gzip is understood
     */
    public boolean takesGzip() {
        boolean others = false;
        for (String one : encoding.orElse("").toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = one.split(";", 2);
            String name = parts[0].strip();
            boolean isWanted = parts.length < 2 || !parts[1].strip().matches("q\\s*=\\s*0(\\.0*)?");
            if (name.equals("gzip") || name.equals("x-gzip")) {
                return isWanted;
            }
            others |= name.equals("*") && isWanted;
        }
        return others;
    }
}
