package io.hostpulse.client.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON objects. Thread-safe. */
public final class JsonReader {

    /** The deepest snapshot has six levels. */
    private static final int MAX_DEPTH = 64;

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads one object.
     *
     * @param text a JSON document
     * @return the object
     * @throws JsonFormatException when the text is anything else than one object
     */
    public JsonObject read(String text) {
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonFormatException("the message is no JSON object");
            }
            JsonObject object = readObject(parser);
            if (parser.nextToken() != null) {
                throw new JsonFormatException("something follows the JSON object");
            }
            return object;
        } catch (IOException e) {
            throw new JsonFormatException("the message is no JSON object: " + e.getMessage(), e);
        }
    }

    private static JsonObject readObject(JsonParser parser) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            members.put(name, readValue(parser));
        }
        return new JsonObject(members);
    }

    private static JsonValue.Array readArray(JsonParser parser) throws IOException {
        List<JsonValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(readValue(parser));
        }
        return new JsonValue.Array(values);
    }

    private static JsonValue readValue(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> new JsonValue.Text(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Flag(parser.getBooleanValue());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> new JsonValue.Real(parser.getDoubleValue());
            case VALUE_NULL -> new JsonValue.Null();
            default -> throw new JsonFormatException("unexpected " + parser.currentToken());
        };
    }

    private static JsonValue whole(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? new JsonValue.Real(parser.getDoubleValue())
                : new JsonValue.Whole(parser.getLongValue());
    }
}
