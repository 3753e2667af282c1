package io.hostpulse.exporter.sink.influx;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds the series that lists make: InfluxDB keeps each for ever, and a machine whose interfaces or mounts come and go under new
 * names would fill its index. Belongs to one thread.
 */
final class KnownSeries {

    private static final Logger LOG = LoggerFactory.getLogger(KnownSeries.class);

    private final int most;
    private final Set<String> known = new HashSet<>();
    private boolean told;

    KnownSeries(int most) {
        this.most = most;
    }

    /** Whether points of this series are written: if it is known, or there is room for it. */
    boolean admits(String measurement, Map<String, String> labels) {
        String series = measurement + labels;
        if (known.contains(series)) {
            return true;
        }
        if (known.size() < most) {
            return known.add(series);
        }
        tell(series);
        return false;
    }

    private void tell(String series) {
        if (!told) {
            told = true;
            LOG.warn(
                    "{} series of lists are known, and 'max_series' is {}: {} and other new ones are left out and counted in"
                            + " the field 'left_out' of their stream",
                    known.size(),
                    most,
                    series);
        }
    }
}
