package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.control.OrderDesk;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownStreamsTest {

    private static final StreamName MEMORY = new StreamName("memory");

    @TempDir
    Path root;

    @Test
    void ordersAreNothingForClients() {
        DataDirectory data = new DataDirectory(root);
        StreamDescriptor descriptor = new StreamDescriptor(MEMORY, Duration.ofMillis(500), "collector-memory");
        try (OrderDesk desk = OrderDesk.open(data, "console", EpochClock.SYSTEM)) {
            desk.place(ControlOrder.of(EpochClock.SYSTEM.nanos(), "ann", ControlAction.RELOAD, Fields.NONE));
            SnapshotAppender.open(data.queues().resolve("memory"), descriptor, EpochClock.SYSTEM::nanos)
                    .close();
        }
        assertThat(new KnownStreams(data).get()).containsExactly(MEMORY);
    }
}
