package io.hostpulse.tests.faults;

import io.hostpulse.testkit.ThisJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a child is started: with this JVM's class path and module options, small, and behind a command that changes its
 * namespaces if need be.
 *
 * @param before words before the JVM's own, such as {@code unshare}; empty for a plain start
 * @param temporary where it may leave crash reports
 */
record Jvm(List<String> before, Path temporary) {

    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-XX:-UsePerfData");

    Jvm behind(List<String> words) {
        return new Jvm(words, temporary);
    }

    List<String> command(Class<?> main, List<String> arguments) {
        return command(main.getName(), arguments);
    }

    List<String> command(String main, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        List<String> options = new ArrayList<>(SMALL);
        options.add("-XX:ErrorFile=" + temporary.resolve("hs_err_%p.txt"));
        options.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(ThisJvm.command(options, main, arguments));
        return command;
    }
}
