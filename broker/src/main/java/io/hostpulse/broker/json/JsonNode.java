package io.hostpulse.broker.json;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One JSON value. Immutable as long as the bytes it was read from are. */
public sealed interface JsonNode {

    /**
     * Writes the value as JSON.
     *
     * @param out where to
     */
    void writeTo(ByteBuf out);

    /**
     * An object.
     *
     * @param members its members in order; names as they stand between the quotes
     */
    record Members(Map<String, JsonNode> members) implements JsonNode {

        @Override
        public void writeTo(ByteBuf out) {
            out.writeByte('{');
            boolean first = true;
            for (Map.Entry<String, JsonNode> member : members.entrySet()) {
                if (!first) {
                    out.writeByte(',');
                }
                first = false;
                out.writeByte('"');
                out.writeCharSequence(member.getKey(), StandardCharsets.UTF_8);
                out.writeByte('"').writeByte(':');
                member.getValue().writeTo(out);
            }
            out.writeByte('}');
        }
    }

    /**
     * A list.
     *
     * @param elements its elements in order
     */
    record Elements(List<JsonNode> elements) implements JsonNode {

        @Override
        public void writeTo(ByteBuf out) {
            out.writeByte('[');
            boolean first = true;
            for (JsonNode element : elements) {
                if (!first) {
                    out.writeByte(',');
                }
                first = false;
                element.writeTo(out);
            }
            out.writeByte(']');
        }
    }

    /**
     * A text, a number, true, false or null: two are equal when their bytes are.
     *
     * @param source the bytes it stands in, never changed
     * @param from where it begins
     * @param to where it ends, exclusive
     */
    @SuppressWarnings("ArrayRecordComponent") // many values share one array, and equality is its own
    record Plain(byte[] source, int from, int to) implements JsonNode {

        @Override
        public void writeTo(ByteBuf out) {
            out.writeBytes(source, from, to - from);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Plain plain && Arrays.equals(source, from, to, plain.source, plain.from, plain.to);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int i = from; i < to; i++) {
                hash = 31 * hash + source[i];
            }
            return hash;
        }

        @Override
        public String toString() {
            return new String(source, from, to - from, StandardCharsets.UTF_8);
        }
    }
}
