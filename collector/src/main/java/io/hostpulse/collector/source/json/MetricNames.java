package io.hostpulse.collector.source.json;

import java.util.regex.Pattern;

/** Which names a measured value may have, so that a path such as {@code values.queue_depth} always leads to it. */
public final class MetricNames {

    /** The form, for messages. */
    public static final String FORM = "1 to 100 letters, digits, '_', ':' or '-', and no digit or '-' first";

    private static final Pattern VALID = Pattern.compile("[A-Za-z_:][A-Za-z0-9_:-]{0,99}");

    private MetricNames() {}

    /**
     * Tells whether a text is such a name.
     *
     * @param text any text
     * @return whether a value may be called so
     */
    public static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }
}
