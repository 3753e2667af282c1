package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A WebSocket client that shows every bit, and can vanish at any moment. */
final class RawClient implements AutoCloseable {

    static final int TEXT = 1;
    static final int CLOSE = 8;

    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;

    private final PayloadReader reader = new PayloadReader();
    private final Socket socket;
    private final DataInputStream in;
    private final String response;

    RawClient(int port, String... headers) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        StringBuilder request = new StringBuilder("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        response = head();
        assertThat(response).startsWith("HTTP/1.1 101");
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    /** The answer to the handshake, in lower case. */
    String response() {
        return response.toLowerCase(Locale.ROOT);
    }

    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /** One frame as it came. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Frame(int opcode, boolean isCompressed, byte[] payload) {

        String text() {
            try {
                return new String(isCompressed ? inflated() : payload, StandardCharsets.UTF_8);
            } catch (DataFormatException e) {
                throw new AssertionError(e);
            }
        }

        private byte[] inflated() throws DataFormatException {
            Inflater inflater = new Inflater(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] room = new byte[8192];
            for (byte[] input : new byte[][] {payload, {0, 0, (byte) 0xff, (byte) 0xff}}) {
                inflater.setInput(input);
                for (int count = inflater.inflate(room); count > 0; count = inflater.inflate(room)) {
                    out.write(room, 0, count);
                }
            }
            inflater.end();
            return out.toByteArray();
        }

        int closeCode() {
            assertThat(opcode).isEqualTo(CLOSE);
            return ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
        }
    }

    Frame frame() throws IOException {
        int first = in.readUnsignedByte();
        assertThat(first & FIN).as("servers do not fragment").isNotZero();
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Frame(first & 0xf, (first & RSV1) != 0, payload);
    }

    /** The next frame of a type of messages. */
    Frame frame(String type) throws IOException {
        Frame frame = frame();
        while (!frame.text().startsWith("{\"type\":\"" + type + "\"")) {
            frame = frame();
        }
        return frame;
    }

    /** The next message; control frames are passed over. */
    Fields message() throws IOException {
        Frame frame = frame();
        while (frame.opcode() != TEXT) {
            frame = frame();
        }
        return reader.read(frame.text().getBytes(StandardCharsets.UTF_8));
    }

    Fields message(String type) throws IOException {
        return reader.read(frame(type).text().getBytes(StandardCharsets.UTF_8));
    }

    void send(String text) throws IOException {
        send(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the message is when it is compressed. */
    static byte[] deflated(byte[] message) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(message);
        byte[] room = new byte[message.length + 64];
        int length = deflater.deflate(room, 0, room.length, Deflater.SYNC_FLUSH) - 4;
        deflater.end();
        return Arrays.copyOf(room, length);
    }

    /** One frame with any first byte; the mask is zero. */
    void send(int first, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(FIN | payload.length);
        } else {
            frame.write(FIN | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.write(new byte[4]);
        frame.write(payload);
        socket.getOutputStream().write(frame.toByteArray());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
