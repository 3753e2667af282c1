package io.hostpulse.common.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes readings as JSON objects. A missing value becomes null, and its reason stands under {@code missing} at the end of
 * the object, by path: {@code "missing": {"swap.percentage": "no swap configured"}}. A reading without data becomes
 * {@code {"state": "failed", "reason": "…"}}. Not thread-safe.
 */
public final class PayloadWriter {

    /** The key under which reasons for missing values stand; no source may use it. */
    public static final String MISSING = "missing";

    private final JsonFactory json = new JsonFactory();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);

    /**
     * Writes one reading.
     *
     * @param reading what came of an attempt to read a source
     * @return the UTF-8 JSON object
     */
    public ByteBuffer write(Reading reading) {
        if (reading instanceof Reading.Ok ok) {
            return write(ok.fields());
        }
        if (reading instanceof Reading.Unavailable unavailable) {
            return write(withoutData("unavailable", unavailable.reason()));
        }
        return write(withoutData("failed", ((Reading.Failed) reading).reason()));
    }

    /**
     * Writes fields.
     *
     * @param fields any fields, {@value #MISSING} not among them
     * @return the UTF-8 JSON object
     */
    public ByteBuffer write(Fields fields) {
        bytes.reset();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            new Document(out).write(fields);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /**
     * Writes one value, whatever it is. A missing one in it becomes null, and its reason is left out.
     *
     * @param value any value
     * @return its JSON text
     */
    public String text(Value value) {
        bytes.reset();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            new Document(out).writeValue(value, "");
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Fields withoutData(String state, String reason) {
        return Fields.builder().put("state", state).put("reason", reason).build();
    }

    /**
     * Tells the kind of record that holds a reading.
     *
     * @param reading what came of an attempt to read a source
     * @return the kind to encode it with
     */
    public static RecordKind kindOf(Reading reading) {
        if (reading instanceof Reading.Ok) {
            return RecordKind.OK;
        }
        return reading instanceof Reading.Unavailable ? RecordKind.UNAVAILABLE : RecordKind.FAILED;
    }

    /** One document and the reasons collected on the way. */
    private static final class Document {

        private final JsonGenerator out;
        private final Fields.Builder reasons = Fields.builder();
        private boolean anyMissing;

        Document(JsonGenerator out) {
            this.out = out;
        }

        void write(Fields fields) throws IOException {
            out.writeStartObject();
            writeEntries(fields, "");
            if (anyMissing) {
                out.writeFieldName(MISSING);
                writeValue(reasons.build(), MISSING);
            }
            out.writeEndObject();
        }

        private void writeEntries(Fields fields, String prefix) throws IOException {
            for (Map.Entry<String, Value> entry : fields.values().entrySet()) {
                out.writeFieldName(entry.getKey());
                writeValue(entry.getValue(), prefix + entry.getKey());
            }
        }

        private void writeValue(Value value, String path) throws IOException {
            if (value instanceof Value.Whole whole) {
                out.writeNumber(whole.value());
            } else if (value instanceof Value.Real real) {
                out.writeNumber(PlainDecimal.of(real.value()));
            } else if (value instanceof Value.Text text) {
                out.writeString(text.value());
            } else if (value instanceof Value.Flag flag) {
                out.writeBoolean(flag.value());
            } else if (value instanceof Value.Sequence sequence) {
                writeElements(sequence.values(), path);
            } else if (value instanceof Fields fields) {
                out.writeStartObject();
                writeEntries(fields, path + ".");
                out.writeEndObject();
            } else if (value instanceof Value.Missing missing) {
                out.writeNull();
                reasons.put(path, missing.reason());
                anyMissing = true;
            }
        }

        private void writeElements(List<? extends Value> elements, String path) throws IOException {
            out.writeStartArray();
            for (int i = 0; i < elements.size(); i++) {
                writeValue(elements.get(i), path + "[" + i + "]");
            }
            out.writeEndArray();
        }
    }
}
