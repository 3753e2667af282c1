package io.hostpulse.common.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON objects back into fields. Thread-safe. */
public final class PayloadReader {

    private static final int MAX_DEPTH = 32;

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(RecordEncoder.MAX_PAYLOAD)
                    .maxDocumentLength(RecordEncoder.MAX_PAYLOAD)
                    .build())
            .build();

    /**
     * Reads one object. A null becomes a missing value with the generic reason; the reasons themselves are under
     * {@value PayloadWriter#MISSING}.
     *
     * @param payload a UTF-8 JSON object
     * @return its fields in order
     * @throws RecordFormatException when the bytes are no JSON object
     */
    public Fields read(byte[] payload) {
        try (JsonParser parser = json.createParser(payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RecordFormatException("payload is no JSON object");
            }
            Fields fields = readObject(parser);
            if (parser.nextToken() != null) {
                throw new RecordFormatException("something follows the JSON object");
            }
            return fields;
        } catch (IOException | IllegalArgumentException e) {
            // An illegal argument is a name that comes twice or a number beyond all bounds.
            throw new RecordFormatException("payload is no JSON object: " + e.getMessage());
        }
    }

    private Fields readObject(JsonParser parser) throws IOException {
        Fields.Builder fields = Fields.builder();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            fields.put(name, readValue(parser));
        }
        return fields.build();
    }

    private List<Value> readArray(JsonParser parser) throws IOException {
        List<Value> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(readValue(parser));
        }
        return elements;
    }

    private Value readValue(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> new Value.Sequence(readArray(parser));
            case VALUE_STRING -> new Value.Text(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new Value.Flag(parser.getBooleanValue());
            case VALUE_NUMBER_INT -> new Value.Whole(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> new Value.Real(parser.getDoubleValue());
            case VALUE_NULL -> new Value.Missing("not reported");
            default -> throw new RecordFormatException("unexpected " + parser.currentToken() + " in the payload");
        };
    }
}
