package io.hostpulse.collector;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Becomes ready and lives until SIGTERM. */
public final class CollectorMain {
    public static void main(String[] arguments) throws Exception {
        List<String> all = Arrays.asList(arguments);
        Path run = Path.of(all.get(all.indexOf("--data") + 1), "run");
        System.out.println("collecting memory");
        Files.createFile(run.resolve("collector-memory.ready"));
        Thread.currentThread().join();
    }
}
