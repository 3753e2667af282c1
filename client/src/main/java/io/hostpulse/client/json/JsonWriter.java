package io.hostpulse.client.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes JSON. Thread-safe. */
public final class JsonWriter {

    private final JsonFactory json = new JsonFactory();

    /**
     * Writes a value.
     *
     * @param value any value
     * @return its JSON text, in one line
     */
    public String text(JsonValue value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void write(JsonValue value, JsonGenerator out) throws IOException {
        if (value instanceof JsonObject object) {
            writeObject(object, out);
        } else if (value instanceof JsonValue.Array array) {
            out.writeStartArray();
            for (JsonValue element : array.values()) {
                write(element, out);
            }
            out.writeEndArray();
        } else if (value instanceof JsonValue.Whole whole) {
            out.writeNumber(whole.value());
        } else if (value instanceof JsonValue.Real real) {
            out.writeNumber(real.value());
        } else if (value instanceof JsonValue.Text text) {
            out.writeString(text.value());
        } else if (value instanceof JsonValue.Flag flag) {
            out.writeBoolean(flag.value());
        } else {
            out.writeNull();
        }
    }

    private static void writeObject(JsonObject object, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            out.writeFieldName(member.getKey());
            write(member.getValue(), out);
        }
        out.writeEndObject();
    }
}
