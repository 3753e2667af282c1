package io.hostpulse.console;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Lists one process, as the real console does. */
public final class ConsoleMain {
    public static void main(String[] arguments) {
        List<String> all = Arrays.asList(arguments);
        Path data = Path.of(all.get(all.indexOf("--data") + 1));
        System.out.println("data\t" + data.toAbsolutePath());
        System.out.println("url\thttp://127.0.0.1:8765/");
        System.out.println("collector-memory\tio.hostpulse.collector.CollectorMain\t--source memory");
    }
}
