package io.hostpulse.client;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ServerSocketFactory;

/** A WebSocket server on a real socket, that says what the test wants. One connection at a time. */
final class FakeBroker implements AutoCloseable {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int PATIENCE_MILLIS = 20_000;

    private final ServerSocket server;
    private final String scheme;

    FakeBroker() throws IOException {
        this(ServerSocketFactory.getDefault(), "ws");
    }

    FakeBroker(ServerSocketFactory sockets, String scheme) throws IOException {
        server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
        this.scheme = scheme;
    }

    URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** Waits for a client and answers its handshake. */
    Peer accept() throws IOException {
        Peer peer = knock();
        peer.agree();
        return peer;
    }

    /** Waits for a client and reads its handshake. */
    Peer knock() throws IOException {
        Socket socket = server.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new Peer(socket);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** A client, seen from the server. */
    static final class Peer implements AutoCloseable {

        static final int TEXT = 1;
        static final int CLOSE = 8;
        static final int PING = 9;
        static final int PONG = 10;

        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;
        private final Map<String, String> headers = new TreeMap<>();

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
                }
            }
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
                line.write(b);
            }
            return line.toString(StandardCharsets.US_ASCII).strip();
        }

        String header(String name) {
            return headers.get(name);
        }

        void answer(String head) throws IOException {
            out.write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        void agree() throws IOException {
            answer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Protocol: hostpulse.v1\r\nSec-WebSocket-Accept: "
                    + proof(headers.get("sec-websocket-key")));
        }

        private static String proof(String key) {
            try {
                byte[] hash =
                        MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Welcomes the client, and reads and answers its subscription. */
        String welcome() throws IOException {
            say(Said.WELCOME);
            String subscribe = read(TEXT);
            say(Said.SUBSCRIBED);
            return subscribe;
        }

        void say(String message) throws IOException {
            frame(0x80 | TEXT, message.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }

        void frame(int head, byte[] payload) throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(payload.length + 4).put((byte) head);
            if (payload.length < 126) {
                frame.put((byte) payload.length);
            } else {
                frame.put((byte) 126).putShort((short) payload.length);
            }
            out.write(frame.array(), 0, frame.position());
            out.write(payload);
            out.flush();
        }

        void sayGoodbye(int code, String reason) throws IOException {
            byte[] text = reason.getBytes(StandardCharsets.UTF_8);
            frame(
                    0x80 | CLOSE,
                    ByteBuffer.allocate(2 + text.length)
                            .putShort((short) code)
                            .put(text)
                            .array());
        }

        /** Half a message, and the connection is gone. */
        void breakOff() throws IOException {
            out.write(new byte[] {(byte) (0x80 | TEXT), 100, '{'});
            out.flush();
            socket.close();
        }

        /** The next frame, which must be of this kind. */
        String read(int opcode) throws IOException {
            int head = in.readUnsignedByte();
            int length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (head != (0x80 | opcode)) {
                throw new IOException("frame " + head + " instead of " + opcode);
            }
            return new String(payload, StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
