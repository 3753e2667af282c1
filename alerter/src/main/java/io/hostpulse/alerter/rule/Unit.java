package io.hostpulse.alerter.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How numbers are written for people. */
enum Unit {
    AUTO(""),
    NONE(""),
    PERCENT("%"),
    BYTES(""),
    BYTES_PER_SEC("/s"),
    CELSIUS(" °C"),
    WATT(" W"),
    MHZ(" MHz"),
    MS(" ms"),
    SECONDS(""),
    PER_SEC("/s");

    private static final Set<String> SIZES =
            Set.of("total", "used", "free", "available", "cached", "buffers", "bytes_sent", "bytes_recv");
    private static final List<String> SIZE_NAMES = List.of(" B", " KB", " MB", " GB", " TB", " PB");
    private static final double STEP = 1024;

    private final String suffix;

    Unit(String suffix) {
        this.suffix = suffix;
    }

    /** The unit that a field of this name has in Hostpulse's streams. */
    static Unit of(String field) {
        if (field.endsWith("_per_sec")) {
            return field.contains("bytes") ? BYTES_PER_SEC : PER_SEC;
        }
        if (field.endsWith("percent") || field.endsWith("percentage") || field.endsWith("usage")) {
            return PERCENT;
        }
        if (field.endsWith("_bytes") || field.startsWith("memory_") || SIZES.contains(field)) {
            return BYTES;
        }
        return ofPhysical(field);
    }

    private static Unit ofPhysical(String field) {
        if (field.endsWith("temperature")) {
            return CELSIUS;
        }
        if (field.startsWith("power_")) {
            return WATT;
        }
        if (field.startsWith("frequency_")) {
            return MHZ;
        }
        return field.endsWith("_ms") ? MS : field.endsWith("_seconds") ? SECONDS : NONE;
    }

    /** What is written behind a number that stands in this unit itself; empty when nothing is. */
    String symbol() {
        return switch (this) {
            case BYTES -> "B";
            case BYTES_PER_SEC -> "B/s";
            case SECONDS -> "s";
            default -> suffix.strip();
        };
    }

    String format(double value) {
        return switch (this) {
            case PERCENT, CELSIUS, WATT -> String.format(Locale.ROOT, "%.1f", value) + suffix;
            case BYTES, BYTES_PER_SEC -> size(value) + suffix;
            case SECONDS -> duration(value);
            default -> plain(value) + suffix;
        };
    }

    private static String size(double bytes) {
        double left = bytes;
        int step = 0;
        while (Math.abs(left) >= STEP && step < SIZE_NAMES.size() - 1) {
            left /= STEP;
            step++;
        }
        return (step == 0 ? plain(left) : String.format(Locale.ROOT, "%.1f", left)) + SIZE_NAMES.get(step);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    /** A length of time in its two largest units. */
    static String duration(double seconds) {
        if (Double.isInfinite(seconds)) {
            return "never";
        }
        long whole = (long) seconds;
        if (whole < 60) {
            return plain(whole < 10 ? Math.round(seconds * 10) / 10.0 : whole) + " s";
        }
        if (whole < 3600) {
            return two(whole / 60, "m", whole % 60, "s");
        }
        return whole < 86_400
                ? two(whole / 3600, "h", whole % 3600 / 60, "m")
                : two(whole / 86_400, "d", whole % 86_400 / 3600, "h");
    }

    private static String two(long large, String unit, long small, String next) {
        return small == 0 ? large + " " + unit : large + " " + unit + " " + small + " " + next;
    }
}
