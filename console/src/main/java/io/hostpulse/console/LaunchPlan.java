package io.hostpulse.console;

import io.hostpulse.common.config.CollectorLayout;
import io.hostpulse.common.config.CollectorProcess;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.history.HistorySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the supervisor starts, in the order of the flow: who writes before who reads.
 *
 * @param setup which Hostpulse is meant
 * @param root its configuration, free of problems
 */
record LaunchPlan(Setup setup, ConfigNode root) {

    private static final String COLLECTOR = "io.hostpulse.collector.CollectorMain";
    private static final String ALERTER = "io.hostpulse.alerter.AlerterMain";
    private static final String EXPORTER = "io.hostpulse.exporter.ExporterMain";
    private static final String BROKER = "io.hostpulse.broker.BrokerMain";
    private static final int BROKER_PORT = 8765;
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    /** Only whether a source is enabled is asked for here, which no interval changes. */
    private static final Duration ANY_INTERVAL = Duration.ofSeconds(1);

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("data\t" + setup.data(root).root());
        lines.add("url\t" + url(root.section("broker")));
        CollectorLayout.read(root)
                .forEach((key, process) -> collector(key, process).ifPresent(lines::add));
        lines.add("alerter\t" + ALERTER);
        if (exportsAnything()) {
            lines.add("exporter\t" + EXPORTER);
        }
        lines.add("broker\t" + BROKER);
        return lines;
    }

    /** The history is a sink as well. Without any, and without Prometheus, it would be a process with nothing to do. */
    private boolean exportsAnything() {
        ConfigNode exporter = root.section("exporter");
        ConfigNode sinks = exporter.section("sinks");
        return HistorySettings.isEnabled(root)
                || exporter.section("prometheus").flag("enabled", false)
                || sinks.keys().stream().anyMatch(name -> sinks.section(name).flag("enabled", true));
    }

    private Optional<String> collector(String key, CollectorProcess process) {
        String option = process.grouped() ? "--group" : "--source";
        return process.sources().stream().anyMatch(this::isEnabled)
                ? Optional.of(process.name() + "\t" + COLLECTOR + "\t" + option + "\t" + key)
                : Optional.empty();
    }

    private boolean isEnabled(String source) {
        ConfigNode node = root.section("sources").section(source);
        return SourceSettings.read(source, node, ANY_INTERVAL).enabled();
    }

    private static String url(ConfigNode broker) {
        int port = broker.whole("port", BROKER_PORT, 0, 65_535);
        String scheme = broker.section("tls").optionalText("certificate").isPresent() ? "https://" : "http://";
        return scheme + reachable(broker.text("host", "127.0.0.1")) + ":" + port + "/";
    }

    // An address that means "all of them" cannot be opened in a browser.
    private static String reachable(String host) {
        if (ANY_ADDRESS.contains(host)) {
            return "127.0.0.1";
        }
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
