package io.hostpulse.benchmarks.fanout;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.MarkFile;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** One of the servers that are measured, in a process of its own: {@code SCRATCH bare|broker INTERVAL_MS SIZE}. */
public final class ServerMain {

    private ServerMain() {}

    /**
     * Says {@code port N} and then serves until it is killed or its standard input ends.
     *
     * @param args a folder, which server, milliseconds between two messages (0 for full speed), bytes of a message
     * @throws IOException when the folder cannot be written
     */
    public static void main(String[] args) throws IOException {
        EpochClock clock = EpochClock.SYSTEM;
        DataDirectory data = new DataDirectory(Path.of(args[0]));
        data.create();
        try (MarkFile mark = MarkFile.create(data, "benchmark", clock.nanos());
                MeasuredServer server =
                        args[1].equals("bare") ? new BareBroadcaster() : new WholeBroker(data, clock, mark)) {
            Pulse pulse = new Pulse(clock, Duration.ofMillis(Long.parseLong(args[2])), Integer.parseInt(args[3]));
            Thread sender = new Thread(() -> pulse.run(PooledByteBufAllocator.DEFAULT, server::broadcast), "pulse");
            sender.setDaemon(true);
            sender.start();
            System.out.println("port " + server.port());
            while (System.in.read() >= 0) {
                // until whoever started it is done
            }
        }
        System.exit(0);
    }
}
