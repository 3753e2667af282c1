package io.hostpulse.alerter.notify.console;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.alerter.notify.Tone;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.text.Style;
import java.io.PrintStream;
import java.util.Optional;

/** Prints each alert as one line: yellow for a warning, red for what is critical, green for what is over. */
final class ConsoleHandler implements Handler {

    private static final int LONGEST_NOTE = 2_000;

    private final PrintStream console;
    private final NotificationText text;
    private final Style style;

    ConsoleHandler(PrintStream console, NotificationText text, Style style) {
        this.console = console;
        this.text = text;
        this.style = style;
    }

    @Override
    public Outcome send(Notification notification) {
        StringBuilder lines = new StringBuilder();
        for (Alert alert : notification.alerts()) {
            lines.append(painted(prefix(notification) + text.line(alert, notification.at()), Tone.of(alert)))
                    .append('\n');
        }
        if (!notification.heldBack().isBlank()) {
            lines.append(PlainText.line(notification.heldBack(), LONGEST_NOTE)).append('\n');
        }
        return print(lines.toString());
    }

    /** A stream that has failed once never says again whether it works. */
    private Outcome print(String lines) {
        boolean failedBefore = console.checkError();
        // In one piece, so that no other line of the process comes between.
        console.print(lines);
        if (failedBefore) {
            return new Outcome.Delivered("printed, as far as can be told: the console has failed before");
        }
        return console.checkError()
                ? new Outcome.TryAgain("the console takes no text: it is closed, or its disk is full", Optional.empty())
                : new Outcome.Delivered("printed");
    }

    private static String prefix(Notification notification) {
        return switch (notification.kind()) {
            case TEST -> "TEST ";
            case REMINDER -> "STILL ";
            case SUMMARY -> "HELD BACK ";
            case FIRING, RESOLVED, ACKNOWLEDGED -> "";
        };
    }

    private String painted(String line, Tone tone) {
        return style.paint(line, colour(tone));
    }

    private static io.hostpulse.common.text.Tone colour(Tone tone) {
        return switch (tone) {
            case CRITICAL -> io.hostpulse.common.text.Tone.BAD;
            case WARNING -> io.hostpulse.common.text.Tone.WARN;
            case RESOLVED -> io.hostpulse.common.text.Tone.GOOD;
            case ACKNOWLEDGED, TEST, INFO -> io.hostpulse.common.text.Tone.PLAIN;
        };
    }
}
