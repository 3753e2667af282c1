package io.hostpulse.prometheus.table;

import io.hostpulse.common.process.Version;
import io.hostpulse.prometheus.state.HostState;
import java.util.List;
import java.util.Map;

/** What is always there, so that a scrape without any data still says something. */
final class OwnMetrics {

    static final Metric BUILD = new Metric("hostpulse_build_info", "Which Hostpulse this is");
    static final Metric ALERTER =
            new Metric("hostpulse_alerter_up", "Whether somebody looks at present whether alerts begin or end");

    private OwnMetrics() {}

    static List<Metric> all() {
        return List.of(BUILD, ALERTER);
    }

    static void add(Families families, HostState host) {
        families.add(BUILD, Map.of("version", Version.CURRENT), 1);
        families.add(ALERTER, host.alerterUp() ? 1 : 0);
    }
}
