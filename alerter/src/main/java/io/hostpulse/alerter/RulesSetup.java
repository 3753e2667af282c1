package io.hostpulse.alerter;

import io.hostpulse.alerter.control.RulesInForce;
import io.hostpulse.alerter.heartbeat.HeartbeatSettings;
import io.hostpulse.alerter.journal.Adjustments;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.replay.TriedRules;
import io.hostpulse.alerter.route.RoutingSettings;
import io.hostpulse.alerter.route.RuleRouting;
import io.hostpulse.alerter.rule.AlertSettings;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.DataSettings;
import io.hostpulse.common.config.Problem;
import io.hostpulse.common.plugin.PluginSettings;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.queue.QueueDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the command {@code rules} works with. A mistake in a part of the configuration that it does not use keeps nobody from looking.
 *
 * @param data where everything is recorded
 * @param rules the rules and who is told
 */
record RulesSetup(DataDirectory data, TriedRules rules) {

    private static final String DATA = "data";

    /** A file and which of its sections are used. */
    private record Part(Config config, Set<String> used) {

        static Part of(ConfigSources sources) {
            return new Part(Config.load(sources), new TreeSet<>());
        }

        ConfigNode section(String name) {
            used.add(name);
            return config.root().section(name);
        }

        Stream<Problem> problems() {
            try {
                config.finish();
                return Stream.of();
            } catch (ConfigException wrong) {
                return wrong.problems().stream().filter(problem -> isUsed(problem.path()));
            }
        }

        private boolean isUsed(String path) {
            return used.contains(path.split("\\.", 2)[0]);
        }
    }

    /**
     * Reads the configuration.
     *
     * @param rulesFile its section {@code alerts} counts in place of the configured one, and {@code notifications} too if it has it
     * @param data the data directory, if one was named
     * @throws ProcessFailure when something is wrong, with all of it
     */
    static RulesSetup read(ConfigSources configured, Optional<Path> rulesFile, Optional<Path> data) {
        Part own = Part.of(configured);
        Part tried = rulesFile.map(file -> Part.of(in(file, configured))).orElse(own);
        rulesFile.ifPresent(file -> requireAlerts(tried.config().root(), file));
        DataDirectory directory =
                new DataDirectory(DataSettings.read(own.section(DATA), data).directory());
        boolean hasHandlers = tried.config().root().keys().contains(NotificationsSection.NAME);
        // What people have set belongs to the configured rules; others are tried as they are written.
        Adjustments adjustments = rulesFile.isPresent()
                ? Adjustments.none()
                : Journal.remember(journal(directory)).adjustments();
        TriedRules rules = rules(
                tried.section(AlertSettings.SECTION),
                (hasHandlers ? tried : own).section(NotificationsSection.NAME),
                own,
                adjustments);
        String wrong = Stream.of(tried, own)
                .distinct()
                .flatMap(Part::problems)
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));
        if (!wrong.isEmpty()) {
            throw ProcessFailure.usage(wrong);
        }
        return new RulesSetup(directory, rules);
    }

    private static ConfigSources in(Path file, ConfigSources configured) {
        return new ConfigSources(
                Optional.of(file), configured.overrides(), configured.environment(), configured.workingDirectory());
    }

    private static void requireAlerts(ConfigNode root, Path file) {
        if (!root.keys().contains(AlertSettings.SECTION)) {
            throw ProcessFailure.usage(file + " has no section 'alerts', and so no rules that could be tried");
        }
    }

    private static Path journal(DataDirectory data) {
        return new QueueDirectory(data.queues()).of(AlertStream.NAME);
    }

    private static TriedRules rules(
            ConfigNode alerts, ConfigNode notifications, Part plugins, Adjustments adjustments) {
        RoutingSettings routing = RoutingSettings.read(alerts);
        Map<String, ConfiguredHandler> handlers = NotificationsSection.handlers(
                notifications, HandlerTypes.of(notifications, plugins.section(PluginSettings.SECTION)));
        Alerter.checkEscalation(routing, handlers, alerts);
        // A trial sends no sign of life; its keys are read, so that they count as known and mistakes in them are said.
        HeartbeatSettings.read(alerts);
        return new TriedRules(
                RulesInForce.adjusted(AlertSettings.read(alerts), adjustments),
                routing,
                RuleRouting.read(alerts, AlertSettings.names(alerts)),
                handlers.values().stream()
                        .map(handler -> Recipients.of(handler.settings(), adjustments))
                        .toList());
    }
}
