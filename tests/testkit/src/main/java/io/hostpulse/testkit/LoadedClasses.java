package io.hostpulse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Each class costs memory in each process. A JVM of its own shows what is loaded. */
public final class LoadedClasses {

    private LoadedClasses() {}

    /**
     * Runs a program to its end.
     *
     * @param main the program, which must succeed
     * @param surely a class that it loads for sure
     * @param config its only argument; what it prints goes beside that
     * @return a line for each class that was loaded, among others
     * @throws IOException when there is no JVM
     * @throws InterruptedException when the test was
     */
    public static List<String> of(Class<?> main, Class<?> surely, Path config)
            throws IOException, InterruptedException {
        Path output = config.resolveSibling("classes");
        Process jvm = new ProcessBuilder(
                        ThisJvm.command(List.of("-verbose:class"), main.getName(), List.of(config.toString())))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        List<String> lines = jvm.waitFor() == 0 ? Files.readAllLines(output) : List.of();
        assertThat(lines).as(Files.readString(output)).anyMatch(line -> line.contains(surely.getName()));
        return lines;
    }
}
