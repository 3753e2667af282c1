package io.hostpulse.benchmarks.latency;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Turns a connection to this machine into a WebSocket. */
final class Handshake {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: aG9zdHB1bHNlLWJlbmNoIQ==\r\n\r\n";

    private static final String END = "\r\n\r\n";

    private Handshake() {}

    static SocketChannel connect(int port) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.write(ByteBuffer.wrap(REQUEST.getBytes(StandardCharsets.US_ASCII)));
        String answer = readAnswer(channel);
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException(
                    "no WebSocket on port " + port + ": " + answer.lines().findFirst());
        }
        return channel;
    }

    // Byte by byte, so that nothing of the first frame is taken.
    private static String readAnswer(SocketChannel channel) throws IOException {
        StringBuilder answer = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (answer.indexOf(END) < 0 && channel.read(one.clear()) == 1) {
            answer.append((char) one.get(0));
        }
        return answer.toString();
    }
}
