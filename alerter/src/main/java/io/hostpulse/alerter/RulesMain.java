package io.hostpulse.alerter;

import io.hostpulse.common.text.Terminal;

/** Lists rules and tries them on what was recorded; {@code scripts/hostpulse rules} calls it. It changes nothing. */
public final class RulesMain {

    private RulesMain() {}

    /**
     * Runs the command once.
     *
     * @param args its name and options; {@code --help} lists them
     */
    public static void main(String[] args) {
        RulesCommand command = RulesCommand.onTerminal(Terminal.isAtStdout(), Terminal.isAtStderr(), System.getenv());
        System.exit(command.run(args));
    }
}
