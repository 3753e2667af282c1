package io.hostpulse.common.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON that somebody else wrote, of any shape, into values: within limits, since whoever sends it may mean harm. A null
 * and a number beyond the range of a double become missing values. Thread-safe.
 */
public final class JsonDocumentReader {

    /** How deep objects and lists may lie in one another. */
    public static final int MAX_DEPTH = 32;

    /** How many characters a text may have. */
    public static final int MAX_STRING = 64 << 10;

    /** How many values a document may hold in all; a value takes up to some 40 bytes of a heap of 64 MB. */
    public static final int MAX_VALUES = 100_000;

    private static final int MAX_NUMBER = 1_000;

    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .maxNameLength(MAX_STRING)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .build();

    /** Is ready at once. */
    public JsonDocumentReader() {}

    /**
     * Reads one document.
     *
     * @param document UTF-8, UTF-16 or UTF-32
     * @return its value
     * @throws MalformedJsonException when it is no JSON, has a name twice in an object, or exceeds a limit
     */
    public Value read(byte[] document) throws MalformedJsonException {
        try (JsonParser parser = json.createParser(document)) {
            return new Reading(parser).document();
        } catch (MalformedJsonException e) {
            throw e;
        } catch (StreamConstraintsException e) {
            throw new MalformedJsonException(
                    "more than " + MAX_DEPTH + " levels, or a text or number without end" + at(e.getLocation()));
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException("no JSON" + at(e.getLocation()));
        } catch (IOException e) {
            throw new MalformedJsonException("no JSON: " + e.getClass().getSimpleName());
        }
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** One pass over a document. */
    private static final class Reading {

        private final JsonParser parser;
        private int values;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        Value document() throws IOException {
            if (parser.nextToken() == null) {
                throw new MalformedJsonException("no JSON: it is empty");
            }
            Value value = value();
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("something follows the JSON" + at(parser.currentLocation()));
            }
            return value;
        }

        private Value value() throws IOException {
            if (++values > MAX_VALUES) {
                throw new MalformedJsonException("more than " + MAX_VALUES + " values");
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> object();
                case START_ARRAY -> new Value.Sequence(array());
                case VALUE_STRING -> new Value.Text(parser.getText());
                case VALUE_TRUE, VALUE_FALSE -> new Value.Flag(parser.getBooleanValue());
                case VALUE_NUMBER_INT -> whole();
                case VALUE_NUMBER_FLOAT -> real();
                case VALUE_NULL -> new Value.Missing("null in the JSON");
                default -> throw new MalformedJsonException("no JSON" + at(parser.currentLocation()));
            };
        }

        private Fields object() throws IOException {
            Fields.Builder fields = Fields.builder();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                fields.put(name, value());
            }
            return fields.build();
        }

        private List<Value> array() throws IOException {
            List<Value> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value());
            }
            return elements;
        }

        private Value whole() throws IOException {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? real()
                    : new Value.Whole(parser.getLongValue());
        }

        private Value real() throws IOException {
            double number = parser.getDoubleValue();
            return Double.isFinite(number)
                    ? new Value.Real(number)
                    : new Value.Missing("a number beyond 1.8e308 in the JSON");
        }
    }
}
