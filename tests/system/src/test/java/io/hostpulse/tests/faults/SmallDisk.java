package io.hostpulse.tests.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A filesystem in memory of a few megabytes, mounted in a namespace of its own: only what is started in there sees it, and it is
 * gone with the process that holds it, however that ends.
 */
final class SmallDisk implements AutoCloseable {

    private static final String READY = "ready";

    private final Child holder;
    private final Path root;

    private SmallDisk(Child holder, Path root) {
        this.holder = holder;
        this.root = root;
    }

    static SmallDisk mount(Path root, Path scratch, int megabytes) {
        String script =
                "mount -t tmpfs -o size=" + megabytes + "m tmpfs '" + root + "' && echo " + READY + " && exec cat";
        List<String> command = List.of(
                Namespace.OF_MOUNTS.words().get(0), Namespace.OF_MOUNTS.words().get(1), "sh", "-c", script);
        Child holder = Child.start(command, scratch, READY, line -> {});
        holder.awaitWork(Trial.LIMIT);
        return new SmallDisk(holder, root);
    }

    /** The command that starts another one where the disk is seen. */
    List<String> inside() {
        String pid = Long.toString(holder.target().pid());
        return List.of("nsenter", "--target", pid, "--user", "--preserve-credentials", "--mount");
    }

    /** Takes space until only some is left. */
    void fill(int megabytesLeft) {
        shell("left=$(df --output=avail -m '" + root + "' | tail -n 1); " + "head -c $(( (left - " + megabytesLeft
                + ") * 1048576 )) /dev/zero > '" + root + "/ballast'");
    }

    void free() {
        shell("rm '" + root + "/ballast'");
    }

    private void shell(String script) {
        String[] words = new String[inside().size() + 3];
        inside().toArray(words);
        words[words.length - 3] = "sh";
        words[words.length - 2] = "-c";
        words[words.length - 1] = script;
        Commands.run(words);
    }

    @Override
    public void close() throws IOException {
        holder.close();
    }
}
