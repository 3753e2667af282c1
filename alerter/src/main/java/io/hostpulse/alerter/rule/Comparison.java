package io.hostpulse.alerter.rule;

/** How a value is compared with a limit, and so in which direction it gets worse. */
enum Comparison {
    GREATER_THAN,
    GREATER_OR_EQUAL,
    LESS_THAN,
    LESS_OR_EQUAL,
    EQUALS,
    NOT_EQUALS,
    OUTSIDE,
    NO_DATA,
    STALE;

    /** Whether it is about data that does not come; the value is for how long then. */
    boolean isAboutAbsence() {
        return this == NO_DATA || this == STALE;
    }

    boolean isEquality() {
        return this == EQUALS || this == NOT_EQUALS;
    }

    boolean isDownward() {
        return this == LESS_THAN || this == LESS_OR_EQUAL;
    }

    boolean isUpward() {
        return this == GREATER_THAN || this == GREATER_OR_EQUAL || isAboutAbsence();
    }

    /** Whether a number violates the limit. */
    boolean holds(double value, Limit limit, double tolerance) {
        if (limit instanceof Limit.Range range) {
            return value < range.low() || value > range.high();
        }
        if (limit instanceof Limit.Number number) {
            return holds(value, number.value(), tolerance);
        }
        return this == NOT_EQUALS;
    }

    private boolean holds(double value, double limit, double tolerance) {
        return switch (this) {
            case GREATER_THAN, NO_DATA, STALE -> value > limit;
            case GREATER_OR_EQUAL -> value >= limit;
            case LESS_THAN -> value < limit;
            case LESS_OR_EQUAL -> value <= limit;
            case EQUALS -> isNear(value, limit, tolerance);
            case NOT_EQUALS -> !isNear(value, limit, tolerance);
            case OUTSIDE -> throw new IllegalStateException("'outside' has a range");
        };
    }

    // 0.29 is as near to 0.3 as 0.01, though not in binary fractions.
    private static boolean isNear(double value, double limit, double tolerance) {
        return Math.abs(value - limit) <= tolerance * (1 + 1e-9);
    }

    /** Whether a text violates the limit. */
    boolean holds(String text, Limit limit) {
        if (limit instanceof Limit.Word word) {
            return word.text().equals(text) ? this == EQUALS : this == NOT_EQUALS;
        }
        return this == NOT_EQUALS;
    }

    /** The value that is farther beyond the limit; the first one when they are equal or there is no farther. */
    double worse(double first, double second, Limit limit) {
        return distance(second, limit) > distance(first, limit) ? second : first;
    }

    private double distance(double value, Limit limit) {
        if (limit instanceof Limit.Range range) {
            return Math.max(range.low() - value, value - range.high());
        }
        if (this == NOT_EQUALS && limit instanceof Limit.Number number) {
            return Math.abs(value - number.value());
        }
        return isDownward() ? -value : isUpward() ? value : 0;
    }
}
