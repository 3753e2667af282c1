package io.hostpulse.alerter.notify.console;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.text.Terminal;

/** The handler {@code console}. */
public final class ConsoleHandlerType implements HandlerType {

    /** Makes the kind; it holds nothing. */
    public ConsoleHandlerType() {}

    @Override
    public String name() {
        return "console";
    }

    @Override
    public Opener configure(ConfigNode options) {
        ColorChoice color = options.choice("color", ColorChoice.AUTO);
        return surroundings -> new ConsoleHandler(
                surroundings.console(),
                new NotificationText(surroundings.zone()),
                color.style(Terminal.isAtStdout(), System.getenv()));
    }
}
