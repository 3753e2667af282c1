package io.hostpulse.prometheus.table;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Value;
import java.time.format.DateTimeParseException;
import java.util.OptionalDouble;

/** From a field's unit to the base unit that Prometheus wants. Division where it is exact and a product is not. */
enum Scale {
    /** As it is; yes is 1 and no is 0. */
    NONE {
        @Override
        double scaled(double value) {
            return value;
        }
    },
    /** Percent, shown as a ratio. */
    PERCENT {
        @Override
        double scaled(double value) {
            return value / 100;
        }
    },
    /** MHz, shown in hertz. */
    MEGAHERTZ {
        @Override
        double scaled(double value) {
            return value * 1e6;
        }
    },
    /** Mbit/s, shown in bytes a second. */
    MEGABITS {
        @Override
        double scaled(double value) {
            return value * 1e6 / 8;
        }
    },
    /** Milliseconds, shown in seconds. */
    MILLIS {
        @Override
        double scaled(double value) {
            return value / 1e3;
        }
    },
    /** Nanoseconds, shown in seconds. */
    NANOS {
        @Override
        double scaled(double value) {
            return value / 1e9;
        }
    },
    /** Hours, shown in seconds. */
    PER_HOUR {
        @Override
        double scaled(double value) {
            return value / 3600;
        }
    },
    /** Wh, shown in joules. */
    WATT_HOURS {
        @Override
        double scaled(double value) {
            return value * 3600;
        }
    },
    /** A time as text, shown in seconds since 1970. */
    TIME {
        @Override
        OptionalDouble of(Value value) {
            return value instanceof Value.Text text ? seconds(text.value()) : OptionalDouble.empty();
        }

        @Override
        double scaled(double value) {
            return value;
        }
    },
    /** 1 for whatever is there, as in metrics that say all in their labels. */
    PRESENT {
        @Override
        OptionalDouble of(Value value) {
            return value instanceof Value.Missing ? OptionalDouble.empty() : OptionalDouble.of(1);
        }

        @Override
        double scaled(double value) {
            return 1;
        }
    },
    /** 1 for what could not be measured, 0 for what was. */
    MISSING {
        @Override
        OptionalDouble of(Value value) {
            return OptionalDouble.of(value instanceof Value.Missing ? 1 : 0);
        }

        @Override
        double scaled(double value) {
            return 0;
        }
    },
    /** 1 for the text {@code running}, 0 for every other. */
    RUNNING {
        @Override
        OptionalDouble of(Value value) {
            return OptionalDouble.of(value.equals(new Value.Text("running")) ? 1 : 0);
        }

        @Override
        double scaled(double value) {
            return value;
        }
    };

    private static final double NANOS_PER_SECOND = 1e9;

    abstract double scaled(double value);

    /** Empty for what was not measured, and for what has another form than expected: never 0. */
    OptionalDouble of(Value value) {
        if (value instanceof Value.Whole whole) {
            return OptionalDouble.of(scaled(whole.value()));
        }
        if (value instanceof Value.Real real) {
            return OptionalDouble.of(scaled(real.value()));
        }
        return value instanceof Value.Flag flag ? OptionalDouble.of(flag.value() ? 1 : 0) : OptionalDouble.empty();
    }

    private static OptionalDouble seconds(String text) {
        try {
            return OptionalDouble.of(Rfc3339.parse(text) / NANOS_PER_SECOND);
        } catch (DateTimeParseException e) {
            return OptionalDouble.empty();
        }
    }
}
