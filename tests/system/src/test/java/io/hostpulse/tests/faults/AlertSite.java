package io.hostpulse.tests.faults;

import io.hostpulse.common.process.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An alerter on a data directory of its own, whose one rule makes an alert of each switch that is on, and whose one handler is told
 * at once.
 *
 * @param root a folder of its own
 * @param jvm how the alerter starts
 */
record AlertSite(Path root, Jvm jvm) {

    private static final String MAIN = "io.hostpulse.alerter.AlerterMain";

    private static final String CONFIGURATION = """
            alerts:
              defaults: false
              cooldown: 0
              group_window: 0
              rules:
                switch:
                  metric: %s.switches[*].on
                  critical: 0
            notifications:
            """;

    static AlertSite of(Site site, List<String> handler) {
        AlertSite alerts = new AlertSite(site.root(), site.jvm());
        try {
            Files.createDirectories(alerts.queues());
            Files.writeString(
                    alerts.configuration(),
                    CONFIGURATION.formatted(Switchboard.STREAM) + "  far_end: {" + String.join(", ", handler) + "}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return alerts;
    }

    private DataDirectory data() {
        return new DataDirectory(root.resolve("data"));
    }

    Path queues() {
        return data().queues();
    }

    private Path configuration() {
        return root.resolve("config.yaml");
    }

    /** Starts the alerter. */
    Child alerter() {
        List<String> arguments = List.of(
                "--config", configuration().toString(), "--data", data().root().toString());
        return Child.start(jvm.command(MAIN, arguments), jvm.temporary(), "-", line -> {});
    }
}
