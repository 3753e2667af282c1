package io.hostpulse.common.alert;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Shows values with the units that Hostpulse's field names stand for: bytes, percent, MHz, °C, W, milliseconds. Not by {@code
 * common.text.Units}: its one digit is enough for a table, but next to a threshold a value must be told from it, and a value may be negative
 * or no whole number of bytes.
 */
public final class Quantity {

    private static final String[] SIZES = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};

    /** As in the configuration, a KB is 1024 bytes. */
    private static final double STEP = 1024;

    private static final Pattern PERCENT = Pattern.compile(".*(percent|percentage)");
    private static final Pattern BYTES = Pattern.compile(".*bytes|(memory|disk|swap)\\..*(total|used|free|available)");
    private static final Pattern BYTES_PER_SECOND = Pattern.compile(".*bytes.*_per_sec");

    private Quantity() {}

    /**
     * Shows a value of an alert's metric.
     *
     * @param alert the alert
     * @param value a value in the metric's unit
     * @return for example {@code 95.5 %}, {@code 1.5 GB}, {@code 1250 ms}; a plain number when the unit is not known
     */
    public static String of(Alert alert, double value) {
        return of(alert.component() + "." + alert.metric(), value);
    }

    /**
     * Shows a value of a field.
     *
     * @param path the stream and the way to the field, for example {@code memory.percentage}
     * @param value a value in the field's unit
     * @return as for an alert
     */
    public static String of(String path, double value) {
        String name = path.toLowerCase(Locale.ROOT);
        if (PERCENT.matcher(name).matches()) {
            return number(value) + " %";
        }
        if (BYTES_PER_SECOND.matcher(name).matches()) {
            return bytes(value) + "/s";
        }
        return BYTES.matcher(name).matches() ? bytes(value) : number(value) + suffix(name);
    }

    private static String suffix(String name) {
        if (name.endsWith("temperature")) {
            return " °C";
        }
        if (name.endsWith("_mhz") || name.endsWith("frequency")) {
            return " MHz";
        }
        if (name.endsWith("_watts") || name.endsWith("power")) {
            return " W";
        }
        if (name.endsWith("_ms")) {
            return " ms";
        }
        if (name.endsWith("_seconds")) {
            return " s";
        }
        return name.endsWith("_per_sec") ? " /s" : "";
    }

    private static String bytes(double bytes) {
        int unit = 0;
        double amount = bytes;
        while (Math.abs(amount) >= STEP && unit < SIZES.length - 1) {
            amount /= STEP;
            unit++;
        }
        return number(amount) + " " + SIZES[unit];
    }

    /** Two decimals at most, and none that say nothing. */
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }
}
