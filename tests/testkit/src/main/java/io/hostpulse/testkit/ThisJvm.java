package io.hostpulse.testkit;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM of the tests, for those that start another one like it. */
public final class ThisJvm {

    private ThisJvm() {}

    /**
     * Finds its launcher.
     *
     * @return the path of {@code java}
     */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Tells where its classes are.
     *
     * @return the class path; Surefire's own is one jar that names the real one
     */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /**
     * Tells what it was given to map queues and to call native libraries.
     *
     * @return its options for modules, without the heap and the agents of the tests
     */
    public static List<String> moduleOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--"))
                .toList();
    }

    /**
     * Says how to start another one with the same classes and module options.
     *
     * @param options more options, such as the size of its heap
     * @param main its main class
     * @param arguments what that is given
     * @return the command
     */
    public static List<String> command(List<String> options, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(moduleOptions());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(arguments);
        return command;
    }
}
