package io.hostpulse.alerter.notify.file;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The files that were full: {@code alerts.log.1.gz}, {@code alerts.log.2.gz} and so on, the highest number being the newest. Numbers
 * never change, so each step is one rename, and a crash between two steps leaves something that {@link #tidy} finishes:
 *
 * <ol>
 *   <li>the file is renamed to its number: {@code alerts.log.3};
 *   <li>it is compressed into {@code alerts.log.3.gz.part}, which is forced to the disk;
 *   <li>that is renamed to {@code alerts.log.3.gz}, and only then {@code alerts.log.3} is removed.
 * </ol>
 */
final class Archive {

    private static final int BUFFER = 64 << 10;

    private final Path file;
    private final int keep;
    private final Pattern name;

    Archive(Path file, int keep) {
        this.file = file;
        this.keep = keep;
        this.name =
                Pattern.compile(Pattern.quote(file.getFileName().toString()) + "\\.(\\d{1,9})(\\.gz|\\.gz\\.part)?");
    }

    /** Puts the file away. */
    void add() throws IOException {
        int number = files().lastEntry() == null ? 1 : files().lastKey() + 1;
        Files.move(file, numbered(number, ""), StandardCopyOption.ATOMIC_MOVE);
        tidy();
    }

    /** Finishes what was begun, and removes what is too old. */
    void tidy() throws IOException {
        TreeMap<Integer, List<Path>> files = files();
        for (int number : files.keySet()) {
            Files.deleteIfExists(numbered(number, ".gz.part"));
            if (Files.exists(numbered(number, ""))) {
                compress(number);
            }
        }
        while (files.size() > keep) {
            for (Path old : files.pollFirstEntry().getValue()) {
                Files.deleteIfExists(old);
            }
        }
    }

    private void compress(int number) throws IOException {
        Path plain = numbered(number, "");
        Path part = numbered(number, ".gz.part");
        Path whole = numbered(number, ".gz");
        if (Files.notExists(whole)) {
            write(plain, part);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.delete(plain);
    }

    private static void write(Path plain, Path part) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, options, OwnerOnly.file(part));
                GZIPOutputStream out = new GZIPOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            Files.copy(plain, out);
            out.finish();
            channel.force(true);
        }
    }

    private Path numbered(int number, String suffix) {
        return file.resolveSibling(file.getFileName() + "." + number + suffix);
    }

    private TreeMap<Integer, List<Path>> files() throws IOException {
        TreeMap<Integer, List<Path>> files = new TreeMap<>();
        if (Files.notExists(file.getParent())) {
            return files;
        }
        try (Stream<Path> all = Files.list(file.getParent())) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Matcher matcher = name.matcher(path.getFileName().toString());
                if (matcher.matches()) {
                    int number = Integer.parseInt(matcher.group(1));
                    files.put(number, List.of(numbered(number, ""), numbered(number, ".gz")));
                }
            }
        }
        return files;
    }
}
