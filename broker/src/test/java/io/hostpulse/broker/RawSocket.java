package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A WebSocket client that can do everything wrong: it sends the bytes it is told, and takes frames apart by the RFC. */
final class RawSocket implements AutoCloseable {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    static final int FIN = 0x80;

    static final String HANDSHAKE = "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    private static final int PATIENCE_MILLIS = 20_000;
    private static final byte[] MASK = {0x12, (byte) 0xa5, 0x7f, (byte) 0xc3};

    /** A frame of the server. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Frame(int opcode, byte[] payload) {

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int code() {
            return ByteBuffer.wrap(payload).getShort() & 0xffff;
        }

        String reason() {
            return new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }
    }

    private final Socket socket;
    private final DataInputStream in;

    private RawSocket(int port, int receiveBuffer) throws IOException {
        this(connected(port, receiveBuffer));
    }

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    private static Socket connected(int port, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** A connection on which nothing was said yet. */
    static RawSocket connect(int port) throws IOException {
        return new RawSocket(port, 0);
    }

    /** A client that wants no data, so that all it gets are answers. */
    static RawSocket quiet(int port) throws IOException {
        RawSocket client = open(port);
        client.send("{\"type\":\"unsubscribe\"}");
        while (!client.read().text().contains("unsubscribed")) {
            // what was on its way
        }
        return client;
    }

    static RawSocket open(int port) throws IOException {
        return open(port, 0);
    }

    static RawSocket open(int port, int receiveBuffer) throws IOException {
        return new RawSocket(port, receiveBuffer).shakeHands();
    }

    /** A client over a connection that somebody else has made. */
    static RawSocket open(Socket connection) throws IOException {
        return new RawSocket(connection).shakeHands();
    }

    private RawSocket shakeHands() throws IOException {
        write(HANDSHAKE);
        assertThat(readHead()).startsWith("HTTP/1.1 101 ");
        assertThat(read().text()).contains("\"type\":\"connection\"");
        return this;
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Bytes that may come when the connection has ended. */
    void writeQuietly(byte[] bytes) throws IOException {
        try {
            write(bytes);
        } catch (SocketException ended) {
            assertThat(ended).isNotNull();
        }
    }

    /** Bytes as they are, in hexadecimal. */
    void writeHex(String hex) throws IOException {
        write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    void send(String text) throws IOException {
        frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void frame(int first, String payload) throws IOException {
        frame(first, payload.getBytes(StandardCharsets.UTF_8));
    }

    void frame(int first, byte[] payload) throws IOException {
        write(masked(first, payload));
    }

    /** The begin of a frame that announces a payload of some length. */
    static byte[] header(int first, long length) {
        ByteBuffer header = ByteBuffer.allocate(14).put((byte) first);
        if (length < 126) {
            header.put((byte) (0x80 | length));
        } else if (length <= 0xffff) {
            header.put((byte) 0xfe).putShort((short) length);
        } else {
            header.put((byte) 0xff).putLong(length);
        }
        header.put(MASK);
        return bytes(header);
    }

    static byte[] masked(int first, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(header(first, payload.length));
        frame.writeBytes(mask(payload, 0));
        return frame.toByteArray();
    }

    static byte[] mask(byte[] payload, int at) {
        byte[] masked = new byte[payload.length];
        for (int i = 0; i < payload.length; i++) {
            masked[i] = (byte) (payload[i] ^ MASK[(at + i) % MASK.length]);
        }
        return masked;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    /** Status line and headers of an answer. */
    String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readByte());
        }
        return head.toString();
    }

    Frame read() throws IOException {
        int opcode = in.readUnsignedByte();
        assertThat(opcode & 0xf0)
                .as("the server does not fragment, and sets no reserved bit")
                .isEqualTo(FIN);
        int length = in.readUnsignedByte();
        assertThat(length).as("the server does not mask").isLessThan(0x80);
        long size = length < 126 ? length : length == 126 ? in.readUnsignedShort() : in.readLong();
        return new Frame(opcode & 0x0f, in.readNBytes((int) size));
    }

    /** The next frame that is no message about the machine. */
    Frame readAnswer() throws IOException {
        Frame frame = read();
        while (frame.opcode() == TEXT && frame.text().startsWith("{\"type\":\"monitoring_data\"")) {
            frame = read();
        }
        return frame;
    }

    /** Asks something simple: whoever gets the answer knows that the connection lives. */
    void isAnswered(String id) throws IOException {
        send(ping(id));
        assertPong(id);
    }

    /** A control frame is answered: what came before was taken. */
    void isPonged() throws IOException {
        frame(FIN | PING, "here");
        assertThat(readAnswer().opcode()).isEqualTo(PONG);
    }

    static String ping(String id) {
        return "{\"type\":\"ping\",\"id\":\"" + id + "\"}";
    }

    void assertPong(String id) throws IOException {
        Fields answer = new PayloadReader().read(readAnswer().payload());
        assertThat(answer.get("type")).contains(new Value.Text("pong"));
        assertThat(answer.get("id")).contains(new Value.Text(id));
    }

    /** The server says why it ends the connection, and ends it. */
    void assertClosedWith(int code) throws IOException {
        Frame frame = readAnswer();
        assertThat(frame.opcode()).as(frame.text()).isEqualTo(CLOSE);
        assertThat(frame.code()).as(frame.reason()).isEqualTo(code);
        assertEnd();
    }

    void assertEnd() throws IOException {
        assertThat(in.read()).as("the end of the connection").isNegative();
    }

    /** Whether the connection ends, in whatever way, with nothing but what was on its way. */
    boolean isEnded() throws IOException {
        try {
            while (in.read() >= 0) {
                // what was on its way
            }
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Ends this side only. */
    void finish() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
