package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.AlertArchive;
import io.hostpulse.broker.control.AlerterNews;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Where endpoints find what is known of alerts.
 *
 * @param data the data directory
 * @param clock the time
 * @param alerts the alerts that are on; may be asked by any thread
 */
record Facts(DataDirectory data, EpochClock clock, Supplier<Collection<Alert>> alerts) {

    /** At the desk: it reads a file. */
    AlerterNews news() {
        return AlerterNews.read(data, clock);
    }

    AlertArchive archive() {
        return AlertArchive.in(data);
    }

    Collection<Alert> active() {
        return alerts.get();
    }
}
