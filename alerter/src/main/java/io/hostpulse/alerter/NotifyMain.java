package io.hostpulse.alerter;

import io.hostpulse.common.process.EpochClock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Sends a test through a handler; {@code scripts/hostpulse notify test} calls it. */
public final class NotifyMain {

    private NotifyMain() {}

    /**
     * Runs the command once.
     *
     * @param args its options; {@code --help} lists them
     */
    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        Map<String, String> environment = System.getenv();
        NotifyCommand command = new NotifyCommand(
                out,
                err,
                property("hostpulse.config"),
                property("hostpulse.data"),
                environment,
                EpochClock.SYSTEM,
                System::nanoTime);
        int code = command.run(args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static Optional<Path> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).map(Path::of);
    }

    /** System.out writes in the encoding of the locale; messages are UTF-8. */
    private static PrintStream stream(FileDescriptor file) {
        return new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8);
    }
}
