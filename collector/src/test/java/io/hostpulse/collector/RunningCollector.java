package io.hostpulse.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import io.hostpulse.testkit.Await;
import io.hostpulse.testkit.ThisJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real collector in a process of its own, on a data directory of its own. */
final class RunningCollector implements AutoCloseable {

    private final Path folder;
    private final String source;
    private final Process process;

    private RunningCollector(Path folder, String source, Process process) {
        this.folder = folder;
        this.source = source;
        this.process = process;
    }

    /** Starts one; the folder holds its config.yaml. */
    static RunningCollector start(Path folder, String source) throws IOException {
        String config = folder.resolve("config.yaml").toString();
        List<String> arguments = new ArrayList<>(List.of("--source", source, "--config", config));
        arguments.addAll(List.of("--set", "queues.min_free=0", "--set", "queues.min_free_percent=0"));
        List<String> command = ThisJvm.command(List.of("-Xmx64m"), CollectorMain.class.getName(), arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        return new RunningCollector(folder, source, process);
    }

    String firstRecord() throws IOException {
        Await.until(
                "it is ready",
                () -> Files.exists(folder.resolve("data/run/collector-" + source + ".ready")) || !process.isAlive());
        assertThat(process.isAlive()).as(output()).isTrue();
        List<String> records = new ArrayList<>();
        try (SnapshotTail tail =
                SnapshotTail.fromLast(folder.resolve("data/queues").resolve(source), 1)) {
            Await.until("a record", () -> tail.poll(new Listener(records)) && !records.isEmpty());
        }
        return records.get(0);
    }

    int end() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String output() throws IOException {
        Path log = folder.resolve("data/logs/collector-" + source + ".log");
        return Files.readString(folder.resolve("out.txt")) + (Files.exists(log) ? Files.readString(log) : "");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private record Listener(List<String> records) implements TailListener {

        @Override
        public void onRecord(RecordView record) {
            records.add(record.kind() + " " + record.payloadText());
        }

        @Override
        public void onGap(Gap gap) {
            throw new AssertionError(gap);
        }

        @Override
        public void onDamage(Damage damage) {
            throw new AssertionError(damage);
        }
    }
}
