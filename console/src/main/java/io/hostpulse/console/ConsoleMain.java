package io.hostpulse.console;

/** Starts the console; {@code scripts/hostpulse} calls it. */
public final class ConsoleMain {

    private ConsoleMain() {}

    /**
     * Runs one command.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(new Console(Surroundings.ofThisProcess()).run(args));
    }
}
