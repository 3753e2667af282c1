package io.hostpulse.exporter.prometheus;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.prometheus.Scrape;

/**
 * The section {@code exporter.prometheus}.
 *
 * @param enabled whether there is a page
 * @param bind the address to listen on; only this machine can ask at the default
 * @param port the TCP port; 0 takes any free one
 * @param maxSeries how many series a metric may have
 */
public record PrometheusOptions(boolean enabled, String bind, int port, int maxSeries) {

    private static final int PORT = 9765;
    private static final int MOST_SERIES = 100_000;

    /**
     * Reads the section.
     *
     * @param node the section; problems are reported through it
     * @return the options
     */
    public static PrometheusOptions read(ConfigNode node) {
        return new PrometheusOptions(
                node.flag("enabled", false),
                node.text("bind", "127.0.0.1"),
                node.whole("port", PORT, 0, 65_535),
                node.whole("max_series", Scrape.USUAL_LIMIT, 1, MOST_SERIES));
    }
}
