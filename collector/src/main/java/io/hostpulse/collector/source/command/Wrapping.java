package io.hostpulse.collector.source.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands before a command on Linux, as far as it is installed (util-linux): the program dies when this process is killed, and it
 * leads a session of its own, so that its descendants can be told from others and a Ctrl-C at Hostpulse's terminal does not reach it.
 */
final class Wrapping {

    private static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/bin"));

    private Wrapping() {}

    static List<String> of(Path program, List<String> arguments) {
        List<String> all = new ArrayList<>();
        find("setpriv").ifPresent(setpriv -> all.addAll(List.of(setpriv, "--pdeathsig", "KILL", "--")));
        find("setsid").ifPresent(setsid -> all.addAll(List.of(setsid, "--")));
        all.add(program.toString());
        all.addAll(arguments);
        return all;
    }

    private static Optional<String> find(String tool) {
        return FOLDERS.stream()
                .flatMap(folder -> Program.executable(folder.resolve(tool)).stream())
                .map(Path::toString)
                .findFirst();
    }
}
