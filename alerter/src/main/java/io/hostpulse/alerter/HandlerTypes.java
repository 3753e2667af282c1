package io.hostpulse.alerter;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of handler there are, one line for each, and those of plugins. Immutable.
 *
 * @param all them, in the order in which they are shown; of two with one name the first counts
 */
record HandlerTypes(List<HandlerType> all) {

    /** Without plugins. */
    static final HandlerTypes OWN = new HandlerTypes(List.of(
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
            new CommandHandlerType()));

    HandlerTypes {
        all = List.copyOf(all);
    }

    HandlerTypes and(List<HandlerType> plugins) {
        List<HandlerType> both = new ArrayList<>(all);
        both.addAll(plugins);
        return new HandlerTypes(both);
    }

    Optional<HandlerType> named(String name) {
        return all.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    List<String> names() {
        return all.stream().map(HandlerType::name).toList();
    }
}
