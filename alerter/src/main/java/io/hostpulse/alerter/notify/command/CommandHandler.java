package io.hostpulse.alerter.notify.command;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.Redaction;
import io.hostpulse.common.program.Run;
import io.hostpulse.common.program.Runner;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the program once for each notification. Its exit code decides, in the words of sysexits(3): 0 is delivered; 64 (usage), 65 (data)
 * and 78 (configuration) are refused, since the same input would be refused again; everything else, above all 75 (temporary failure)
 * and the 1 of a script that broke off, may pass.
 */
final class CommandHandler implements Handler {

    private static final Set<Integer> REFUSALS = Set.of(64, 65, 78);

    private final Runner runner;
    private final Redaction redaction;

    CommandHandler(Runner runner, Redaction redaction) {
        this.runner = runner;
        this.redaction = redaction;
    }

    @Override
    public Outcome send(Notification notification) {
        try {
            return outcome(runner.run(NotificationFields.json(NotificationFields.of(notification))));
        } catch (IOException e) {
            return new Outcome.TryAgain(redaction.reason(String.valueOf(e.getMessage())), Optional.empty());
        }
    }

    private Outcome outcome(Run run) {
        if (run.exitCode() == 0) {
            return new Outcome.Delivered(
                    redaction.answer("exit code 0" + said(run.output().text())));
        }
        String reason = redaction.reason("the program ended with exit code " + run.exitCode() + said(run.errors()));
        return REFUSALS.contains(run.exitCode())
                ? new Outcome.Refused(reason)
                : new Outcome.TryAgain(reason, Optional.empty());
    }

    private static String said(String text) {
        return text.isBlank() ? "" : "; it said: " + text.strip();
    }
}
