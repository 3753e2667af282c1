package io.hostpulse.alerter;

import io.hostpulse.alerter.control.ConfigurationReload;
import io.hostpulse.alerter.heartbeat.HeartbeatSettings;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.FileVersion;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.control.ReloadView;
import io.hostpulse.common.process.Configuration;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.ProcessMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the configuration's file was changed, reads it again, and goes over to it if nothing is wrong with it; else everything stays as
 * it is, and the process's mark says so. Belongs to the alerting thread.
 */
final class Reloading implements ConfigurationReload {

    private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);

    private final Configuration configuration;
    private final Function<ConfigNode, AlerterSettings> reader;
    private final Setup setup;
    private final ProcessMark mark;
    private final EpochClock clock;
    private final QueueSettings queues;
    private final HeartbeatSettings heartbeat;
    private final boolean hadFile;
    private FileVersion seen;
    private ReloadView last;

    /**
     * Takes the configuration as it was read for the setup.
     *
     * @param reader reads the settings from the root
     * @param setup goes over to them
     * @param mark where it is shown that they cannot be used
     */
    Reloading(
            Configuration configuration,
            Function<ConfigNode, AlerterSettings> reader,
            Setup setup,
            ProcessMark mark,
            EpochClock clock) {
        this.configuration = configuration;
        this.reader = reader;
        this.setup = setup;
        this.mark = mark;
        this.clock = clock;
        this.queues = setup.settings().queues();
        this.heartbeat = setup.settings().heartbeat();
        this.seen = configuration.version();
        this.hadFile = seen.isThere();
        this.last = new ReloadView(OptionalLong.of(clock.nanos()), "");
    }

    /**
     * Looks at the file; to be called about once a second. It is read when it has changed and not changed again since the look before, because
     * whoever writes it may not have finished.
     */
    void look() {
        FileVersion now = FileVersion.of(configuration.file());
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(configuration.version())) {
            reload(clock.nanos());
        }
    }

    @Override
    public String reload(long now) {
        String problem = read(now).orElse("");
        last = new ReloadView(OptionalLong.of(now), problem);
        mark.condition(problem.isEmpty() ? "" : condition(problem));
        if (!problem.isEmpty()) {
            LOG.warn("the configuration was not reloaded, and everything stays as it was: {}", problem);
        }
        return problem;
    }

    @Override
    public ReloadView last() {
        return last;
    }

    private Optional<String> read(long now) {
        try {
            AlerterSettings settings = configuration.read(reader);
            if (hadFile && !configuration.version().isThere()) {
                return Optional.of(configuration.file() + " is gone; an empty file would mean the defaults");
            }
            setup.follow(settings, now);
            tell(settings);
            return Optional.empty();
        } catch (ConfigException wrong) {
            return Optional.of(wrong.getMessage());
        } catch (RuntimeException defect) {
            LOG.error("a defect in Hostpulse; please report it with this line", defect);
            return Optional.of("it cannot be used: " + defect);
        }
    }

    private void tell(AlerterSettings settings) {
        LOG.info(
                "the configuration was reloaded: {} rules, {} handlers",
                settings.rules().names().size(),
                settings.handlers().size());
        List<String> later = new ArrayList<>(configuration.waitingForRestart());
        if (!settings.queues().equals(queues)) {
            later.add(QueueSettings.SECTION);
        }
        if (!settings.heartbeat().equals(heartbeat)) {
            later.add("alerts.heartbeat");
        }
        if (!later.isEmpty()) {
            LOG.warn(
                    "what has changed in '{}' takes effect when the alerter is started again",
                    String.join("', '", later));
        }
    }

    /** There is room for little more than one line. */
    private static String condition(String problem) {
        List<String> lines = problem.lines().toList();
        String rest = lines.size() > 1 ? " (and " + (lines.size() - 1) + " more)" : "";
        return "configuration not reloaded" + rest + ": " + lines.get(0);
    }
}
