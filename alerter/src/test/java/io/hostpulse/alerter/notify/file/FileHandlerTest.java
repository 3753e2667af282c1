package io.hostpulse.alerter.notify.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerContract;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class FileHandlerTest extends HandlerContract {

    private static final Notification FIRING = Notifications.of(Notification.Kind.FIRING);

    @Override
    protected HandlerType type() {
        return new FileHandlerType();
    }

    @Override
    protected List<String> options() {
        return List.of("path: out/alerts.log");
    }

    private Path file() {
        return directory.resolve("out").resolve("alerts.log");
    }

    @Override
    protected List<String> received() {
        return read(file()).lines().toList();
    }

    /** A directory in the place of the file: even root cannot write there. */
    @Override
    protected void breakTheOtherEnd() {
        try {
            Files.deleteIfExists(file());
            Files.createDirectories(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void mendTheOtherEnd() {
        try {
            Files.delete(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void assertInert(String received) {
        assertThat(received).startsWith("2026-07-03 10:17:35 UTC ").doesNotContainPattern("[\\p{Cntrl}\u202e]");
        assertThat(received()).hasSize(1);
    }

    @Test
    void writesALineForEachAlert() {
        send(Notifications.group(2));
        assertThat(received().get(1))
                .isEqualTo(
                        "2026-07-03 10:17:35 UTC atlas WARNING AlertNumber001 [path=/mnt/1] since 2026-07-03 10:15:30"
                                + " UTC, for 2 m 5 s id=000000000001 kind=firing key=k-0123456789ab-firing");
    }

    @Test
    void writesAnObjectForEachAlertIfWanted() {
        send(Notifications.saying("two\nlines \ud83d"), "format: json");
        assertThat(new PayloadReader()
                        .read(received().get(0).getBytes(StandardCharsets.UTF_8))
                        .get("key"))
                .contains(new Value.Text("k-hostile"));
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (Handler handler = open("max_size: 4KB")) {
            for (int i = 0; i < 40; i++) {
                handler.send(FIRING);
            }
        }
        assertThat(permissions(file())).isEqualTo("rw-------");
        assertThat(permissions(file().getParent())).isEqualTo("rwx------");
        assertThat(permissions(file().resolveSibling("alerts.log.1.gz"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void goesIntoTheDataDirectoryUnlessToldOtherwise() {
        try (Handler handler = new Options(directory, List.of())
                .read(node -> type().configure(node))
                .open(surroundings())) {
            assertDelivered(handler.send(FIRING));
        }
        assertThat(directory.resolve("alerts").resolve("it.log")).isNotEmptyFile();
    }

    @Test
    void losesAndDoublesNothingWhenItRotates() {
        List<String> written = new ArrayList<>();
        try (Handler handler = open("max_size: 4KB", "keep: 1000")) {
            for (int i = 0; i < 200; i++) {
                written.add(String.format("%012x", i));
                assertDelivered(handler.send(Notifications.of(
                        Notification.Kind.FIRING,
                        List.of(Notifications.alert(written.get(i), AlertLevel.INFO, "x", "")))));
            }
        }
        assertThat(fileSize()).isLessThanOrEqualTo(4_096);
        assertThat(ids()).isEqualTo(written);
    }

    @Test
    void keepsSoManyAndTheNewest() throws IOException {
        try (Handler handler = open("max_size: 4KB", "keep: 3")) {
            for (int i = 0; i < 200; i++) {
                handler.send(FIRING);
            }
        }
        List<Integer> kept = archived();
        assertThat(kept).hasSize(3);
        assertThat(kept.get(2) - kept.get(0)).isEqualTo(2);
        assertThat(kept.get(0)).isGreaterThan(1);
    }

    /** Each state that a crash in the middle of a rotation can leave. */
    @Test
    void finishesARotationThatACrashHasBroken() throws IOException {
        Files.createDirectories(file().getParent());
        Path one = file().resolveSibling("alerts.log.1");
        Path oneGz = file().resolveSibling("alerts.log.1.gz");
        Path part = file().resolveSibling("alerts.log.1.gz.part");

        Files.writeString(one, line("a"));
        send(FIRING);
        assertThat(unzipped(oneGz)).isEqualTo(line("a"));
        assertThat(one).doesNotExist();

        Files.delete(oneGz);
        Files.writeString(one, line("b"));
        Files.writeString(part, "half");
        send(FIRING);
        assertThat(unzipped(oneGz)).isEqualTo(line("b"));
        assertThat(part).doesNotExist();

        Files.writeString(one, line("b"));
        send(FIRING);
        assertThat(unzipped(oneGz)).isEqualTo(line("b"));
        assertThat(one).doesNotExist();
    }

    private static String line(String text) {
        return text.repeat(100) + "\n";
    }

    @Test
    void beginsANewLineAfterHalfAOne() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "half a li");
        send(FIRING);
        assertThat(received()).hasSize(2).first().isEqualTo("half a li");
    }

    @Test
    void writesOnWhenSomebodyElseHasMovedTheFile() throws IOException {
        try (Handler handler = open()) {
            handler.send(FIRING);
            Files.move(file(), file().resolveSibling("moved"));
            assertDelivered(handler.send(FIRING));
        }
        assertThat(received()).hasSize(1);
    }

    @Test
    void triesAgainWhenTheDiskIsFull() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Options full = new Options(directory, List.of("path: /dev/full"));
        try (Handler handler = full.read(node -> type().configure(node)).open(surroundings())) {
            assertThat(handler.send(FIRING).toString())
                    .startsWith("TryAgain")
                    .contains("/dev/full cannot be written: No space left on device");
        }
    }

    @Test
    void writesTheAlertThoughOldFilesCannotBePutAway() throws IOException {
        try (Handler handler = open("max_size: 4KB")) {
            handler.send(FIRING);
            Files.writeString(file(), "x".repeat(5_000) + "\n", StandardOpenOption.APPEND);
            // A directory that is not empty, where the compressed file belongs.
            Files.createDirectories(
                    file().resolveSibling("alerts.log.1.gz.part").resolve("full"));
            Outcome outcome = handler.send(FIRING);
            assertThat(((Outcome.Delivered) outcome).answer()).contains("older files could not be put away");
        }
        assertThat(received()).hasSize(1);
        assertThat(read(file().resolveSibling("alerts.log.2"))).contains("xxx");
    }

    private long fileSize() {
        try {
            return Files.size(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Integer> archived() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".gz"))
                    .map(name -> Integer.parseInt(name.replaceAll("\\D", "")))
                    .sorted()
                    .toList();
        }
    }

    private List<String> ids() {
        try {
            List<Integer> numbers = archived();
            Stream<String> old = IntStream.rangeClosed(1, numbers.size())
                    .mapToObj(number -> unzipped(file().resolveSibling("alerts.log." + number + ".gz")));
            return Stream.concat(old, Stream.of(read(file())))
                    .flatMap(String::lines)
                    .map(line -> line.replaceFirst(".* id=(\\w+) .*", "$1"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unzipped(Path path) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(path)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
