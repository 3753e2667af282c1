package io.hostpulse.broker.feed;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.process.ProcessState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why a stream's writer writes nothing, as it says in its mark file. Asked only while its stream is stale, and the file is read
 * at most once a second. Used by the feed's thread.
 */
final class WriterCondition {

    private static final Logger LOG = LoggerFactory.getLogger(WriterCondition.class);

    private static final long PAUSE = 1_000_000_000L;

    private final DataDirectory data;
    private final String writer;
    private Optional<byte[]> payload = Optional.empty();
    private long lastRead;

    WriterCondition(DataDirectory data, String writer) {
        this.data = data;
        this.writer = writer;
    }

    /** The payload of a record that says why there is no data; empty when the writer gives no reason. */
    Optional<byte[]> payload(long now) {
        if (lastRead == 0 || now < lastRead || now - lastRead >= PAUSE) {
            lastRead = now;
            payload = read();
        }
        return payload;
    }

    private Optional<byte[]> read() {
        try {
            return Mark.read(data, writer)
                    .filter(mark -> mark.state() != ProcessState.STOPPED)
                    .map(Mark::condition)
                    .filter(condition -> !condition.isEmpty())
                    .map(WriterCondition::unavailable);
        } catch (IOException e) {
            LOG.warn("the mark of {} cannot be read: {}", writer, e.toString());
            return Optional.empty();
        }
    }

    private static byte[] unavailable(String reason) {
        ByteBuffer json = new PayloadWriter().write(new Reading.Unavailable(reason));
        byte[] bytes = new byte[json.remaining()];
        json.get(bytes);
        return bytes;
    }
}
