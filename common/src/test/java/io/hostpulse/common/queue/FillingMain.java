package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.HostProcess;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessDefinition;
import io.hostpulse.common.process.ProcessFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** A process that appends without looking at the disk's free space: {@code --queue DIR --records N}. */
public final class FillingMain implements ProcessDefinition<FillingMain.Order> {

    private static final byte[] PAYLOAD = ("{\"text\":\"" + "x".repeat(2000) + "\"}").getBytes(StandardCharsets.UTF_8);

    record Order(Path queue, int records) {}

    /** Runs it. */
    public static void main(String[] args) {
        System.exit(HostProcess.run(new FillingMain(), args));
    }

    @Override
    public Set<String> options() {
        return Set.of("queue", "records");
    }

    @Override
    public String name(Arguments arguments) {
        return "filling";
    }

    @Override
    public Set<String> sections() {
        return Set.of();
    }

    @Override
    public Order settings(Arguments arguments, ConfigNode root) {
        return new Order(Path.of(arguments.required("queue")), Integer.parseInt(arguments.required("records")));
    }

    @Override
    public Agent wire(ProcessContext context, Order order) {
        StreamDescriptor descriptor = new StreamDescriptor(new StreamName("full"), Duration.ZERO, context.name());
        SnapshotAppender appender = SnapshotAppender.open(order.queue(), descriptor, context.clock()::nanos);
        return new Agent() {
            @Override
            public long doWork(long now) {
                fill(appender, order.records(), now);
                context.stop().run();
                return now;
            }

            @Override
            public void close() {
                appender.close();
            }
        };
    }

    private static void fill(SnapshotAppender appender, int records, long now) {
        try {
            for (int i = 0; i < records; i++) {
                appender.append(RecordKind.OK, now, ByteBuffer.wrap(PAYLOAD));
            }
        } catch (DiskFailedException e) {
            System.out.println("failed behind " + appender.lastSequence());
            throw ProcessFailure.temporary(e.getMessage(), e);
        }
    }
}
