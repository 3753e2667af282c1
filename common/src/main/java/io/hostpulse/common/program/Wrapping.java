package io.hostpulse.common.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What stands before a command on Linux, as far as it is installed (util-linux) and works here: the program dies when this process is
 * killed, and it leads a session of its own, so that its descendants can be told from others and a Ctrl-C at Hostpulse's terminal does
 * not reach it.
 *
 * @param prefix the words before the program
 */
public record Wrapping(List<String> prefix) {

    private static final long PATIENCE_SECONDS = 2;
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/bin"));
    private static final List<List<String>> WANTED =
            List.of(List.of("setpriv", "--pdeathsig", "KILL", "--"), List.of("setsid", "--"));

    /** Copies the words. */
    public Wrapping {
        prefix = List.copyOf(prefix);
    }

    /**
     * Finds what works here. It tries each once: a tool of this name may be another one that knows less.
     *
     * @return the words before a program, none where nothing is installed
     */
    public static Wrapping available() {
        return new Wrapping(
                WANTED.stream().flatMap(Wrapping::working).flatMap(List::stream).toList());
    }

    private static Stream<List<String>> working(List<String> wanted) {
        return FOLDERS.stream()
                .flatMap(folder -> Program.executable(folder.resolve(wanted.get(0))).stream())
                .map(tool -> with(tool, wanted.subList(1, wanted.size())))
                .filter(Wrapping::works)
                .limit(1);
    }

    private static List<String> with(Path tool, List<String> options) {
        List<String> all = new ArrayList<>(List.of(tool.toString()));
        all.addAll(options);
        return all;
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> around(Path program, List<String> arguments) {
        List<String> all = with(program, arguments);
        all.addAll(0, prefix);
        return all;
    }
}
