package io.hostpulse.broker;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/** A connection that keeps what it received, so that a test sees TLS's records. */
final class RecordedSocket extends Socket {

    /** What an alert begins with, RFC 5246 section 6.2.1. */
    static final int ALERT = 21;

    private static final int HEADER = 5;
    private static final int LENGTH_AT = 3;

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    RecordedSocket(int port) throws IOException {
        super(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                int count = super.read(into, from, most);
                received.write(into, from, Math.max(count, 0));
                return count;
            }
        };
    }

    /** The type of the last record that is whole. */
    int lastRecord() {
        ByteBuffer records = ByteBuffer.wrap(received.toByteArray());
        int type = 0;
        while (records.remaining() >= HEADER) {
            type = records.get(records.position());
            int length = records.getShort(records.position() + LENGTH_AT) & 0xffff;
            records.position(Math.min(records.limit(), records.position() + HEADER + length));
        }
        return type;
    }
}
