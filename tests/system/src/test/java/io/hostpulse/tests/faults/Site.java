package io.hostpulse.tests.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One stream to be harmed, and how its writers and readers are started.
 *
 * @param root a folder of its own
 * @param jvm how children start
 */
record Site(Path root, Jvm jvm) {

    Path stream() {
        return root.resolve("faults");
    }

    Child writer(Ledger ledger, String... options) {
        return Child.start(command(FaultWriter.class, List.of(stream()), options), jvm.temporary(), "ack ", ledger);
    }

    Child reader(ReaderLog log, String name, String... options) {
        List<Path> paths = List.of(stream(), root.resolve(name + ".cursor"));
        return Child.start(command(FaultReader.class, paths, options), jvm.temporary(), "seen ", log);
    }

    private List<String> command(Class<?> main, List<Path> paths, String... options) {
        List<String> arguments = new ArrayList<>();
        paths.forEach(path -> arguments.add(path.toString()));
        arguments.addAll(List.of(options));
        return jvm.command(main, arguments);
    }
}
