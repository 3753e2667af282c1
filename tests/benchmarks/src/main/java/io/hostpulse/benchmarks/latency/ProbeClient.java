package io.hostpulse.benchmarks.latency;

import io.hostpulse.common.process.EpochClock;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One client: notes the time at which bytes came before it looks at them. */
final class ProbeClient implements AutoCloseable {

    /** Final, pong, masked with zeros, empty. */
    private static final byte[] PONG = {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0};

    private final SocketChannel channel;
    private final FrameReader frames = new FrameReader();
    private final EpochClock clock;
    private Optional<Recording> recording = Optional.empty();

    ProbeClient(SocketChannel channel, EpochClock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    void register(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void record(Recording into) {
        recording = Optional.of(into);
    }

    void receive() throws IOException {
        frames.receive(channel);
        long receipt = clock.nanos();
        for (Optional<FrameReader.Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            take(frame.get(), receipt);
        }
    }

    private void take(FrameReader.Frame frame, long receipt) throws IOException {
        switch (frame.opcode()) {
            case FrameReader.TEXT ->
                recording.ifPresent(
                        into -> Message.parse(frame.payload()).ifPresent(message -> into.add(message, receipt)));
            case FrameReader.PING -> channel.write(ByteBuffer.wrap(PONG));
            case FrameReader.CLOSE -> throw new EOFException("the server closed the WebSocket");
            default -> throw new IOException("unexpected frame with opcode " + frame.opcode());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
