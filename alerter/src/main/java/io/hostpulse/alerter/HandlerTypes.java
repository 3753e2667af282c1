package io.hostpulse.alerter;

import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.alertmanager.AlertmanagerHandlerType;
import io.hostpulse.alerter.notify.command.CommandHandlerType;
import io.hostpulse.alerter.notify.console.ConsoleHandlerType;
import io.hostpulse.alerter.notify.discord.DiscordHandlerType;
import io.hostpulse.alerter.notify.email.EmailHandlerType;
import io.hostpulse.alerter.notify.file.FileHandlerType;
import io.hostpulse.alerter.notify.ntfy.NtfyHandlerType;
import io.hostpulse.alerter.notify.pagerduty.PagerDutyHandlerType;
import io.hostpulse.alerter.notify.slack.SlackHandlerType;
import io.hostpulse.alerter.notify.teams.TeamsHandlerType;
import io.hostpulse.alerter.notify.telegram.TelegramHandlerType;
import io.hostpulse.alerter.notify.webhook.WebhookHandlerType;
import io.hostpulse.alerter.plugin.HandlerPlugins;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.plugin.PluginSettings;
import io.hostpulse.common.plugin.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds of handler there are, one line for each, and those of plugins. Immutable.
 *
 * @param all them, in the order in which they are shown; of two with one name the first counts
 * @param problems what is wrong with plugins, as far as they had to be looked at
 */
record HandlerTypes(List<HandlerType> all, List<String> problems) {

    /** Without plugins. */
    static final HandlerTypes OWN = new HandlerTypes(
            List.of(
                    new ConsoleHandlerType(),
                    new FileHandlerType(),
                    new EmailHandlerType(),
                    new WebhookHandlerType(),
                    new SlackHandlerType(),
                    new TeamsHandlerType(),
                    new DiscordHandlerType(),
                    new TelegramHandlerType(),
                    new NtfyHandlerType(),
                    new PagerDutyHandlerType(),
                    new AlertmanagerHandlerType(),
                    new CommandHandlerType()),
            List.of());

    HandlerTypes {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** Those that a configuration needs: plugins are loaded only when it names a type that is none of the own ones. */
    static HandlerTypes of(ConfigNode root) {
        return of(root.section(NotificationsSection.NAME), root.section(PluginSettings.SECTION));
    }

    static HandlerTypes of(ConfigNode notifications, ConfigNode plugins) {
        Path directory = PluginSettings.read(plugins).directory();
        boolean enough = notifications.keys().stream()
                .map(name -> HandlerSettings.type(name, notifications.section(name)))
                .allMatch(type -> OWN.named(type).isPresent());
        return enough ? OWN : OWN.and(plugins(directory));
    }

    /** What plugins offer besides. */
    static Plugins<HandlerType> plugins(Path directory) {
        return HandlerPlugins.load(directory, Set.copyOf(OWN.names()));
    }

    HandlerTypes and(Plugins<HandlerType> plugins) {
        return new HandlerTypes(
                Stream.concat(all.stream(), plugins.types().stream()).toList(), plugins.problems());
    }

    Optional<HandlerType> named(String name) {
        return all.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    List<String> names() {
        return all.stream().map(HandlerType::name).toList();
    }
}
