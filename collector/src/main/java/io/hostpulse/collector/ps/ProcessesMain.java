package io.hostpulse.collector.ps;

import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Shows the processes of this moment; {@code scripts/hostpulse ps} calls it. It reads no queue and writes nothing. */
public final class ProcessesMain {

    /** On a terminal that does not tell its width. */
    private static final int USUAL_WIDTH = 200;

    private ProcessesMain() {}

    /**
     * Runs the command once.
     *
     * @param args its options; {@code --help} lists them
     */
    public static void main(String[] args) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        Map<String, String> environment = System.getenv();
        boolean terminal = Terminal.isAtStdout();
        PsCommand command = new PsCommand(
                out,
                err,
                Style.of(terminal, environment),
                terminal ? width(environment) : Integer.MAX_VALUE,
                Optional.ofNullable(System.getProperty("hostpulse.config")).map(Path::of),
                environment);
        int code = command.run(args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** System.out writes in the encoding of the locale; JSON is UTF-8. */
    private static PrintWriter writer(FileDescriptor file) {
        return new PrintWriter(new FileOutputStream(file), false, StandardCharsets.UTF_8);
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
