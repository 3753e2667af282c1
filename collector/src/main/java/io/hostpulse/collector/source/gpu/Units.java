package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Value;

/** The drivers' units in ours. */
final class Units {

    private Units() {}

    static Value plain(long number) {
        return new Value.Whole(number);
    }

    /** A percentage as drivers tell it. Fans may be told to run faster than the 100 they were made for. */
    static Value percent(long percent) {
        return percent <= 100 ? Rounding.twoDecimals(percent) : Rounding.twoDecimals(100);
    }

    static Value degrees(long degrees) {
        return Rounding.twoDecimals(degrees);
    }

    static Value milliDegrees(long milliDegrees) {
        return Rounding.twoDecimals(milliDegrees / 1e3);
    }

    static Value milliWatts(long milliWatts) {
        return Rounding.twoDecimals(milliWatts / 1e3);
    }

    static Value microWatts(long microWatts) {
        return Rounding.twoDecimals(microWatts / 1e6);
    }

    /** NVIDIA's KB per second, taken as 1024 bytes. */
    static Value kilobytes(long kilobytes) {
        return new Value.Whole(kilobytes * 1024);
    }

    static Value mebibytes(long mebibytes) {
        return new Value.Whole(mebibytes << 20);
    }
}
