package io.hostpulse.broker.rest;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Fields;
import java.nio.ByteBuffer;

/** JSON objects of requests and responses. Thread-safe. */
public final class Json {

    private static final PayloadReader READER = new PayloadReader();

    private Json() {}

    /**
     * Writes an object.
     *
     * @param fields any fields
     * @return UTF-8
     */
    public static byte[] bytes(Fields fields) {
        ByteBuffer json = new PayloadWriter().write(fields);
        byte[] bytes = new byte[json.remaining()];
        json.get(bytes);
        return bytes;
    }

    /**
     * Reads an object.
     *
     * @param bytes UTF-8
     * @return its fields
     * @throws io.hostpulse.common.codec.RecordFormatException when it is none
     */
    public static Fields read(byte[] bytes) {
        return READER.read(bytes);
    }
}
