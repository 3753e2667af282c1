package io.hostpulse.broker.ws;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Optional;

/**
 * What a client asks.
 *
 * @param type the word under {@code type}
 * @param id what the client wants its answer to carry, if anything
 * @param fields the whole message
 */
record Command(String type, Optional<Value> id, Fields fields) {

    /**
     * Reads a message.
     *
     * @throws InvalidCommandException when it is no JSON object with a text under {@code type}
     */
    static Command parse(PayloadReader reader, byte[] message) {
        Fields fields = object(reader, message);
        Optional<Value> id = fields.get("id").filter(Command::isIdentifier);
        if (fields.get("type").orElse(null) instanceof Value.Text type) {
            return new Command(type.value(), id, fields);
        }
        throw new InvalidCommandException(
                "INVALID_FORMAT", "a message needs a text under \"type\", for example {\"type\": \"ping\"}", id);
    }

    /** The message without {@code type} and {@code id}: what belongs to an order. */
    Fields arguments() {
        Fields.Builder arguments = Fields.builder();
        fields.values().forEach((name, value) -> {
            if (!name.equals("type") && !name.equals("id")) {
                arguments.put(name, value);
            }
        });
        return arguments.build();
    }

    /** A yes or no, if it is given. */
    Optional<Boolean> flag(String name) {
        return fields.get(name).map(value -> {
            if (value instanceof Value.Flag flag) {
                return flag.value();
            }
            throw new InvalidCommandException("INVALID_ARGUMENT", "'" + name + "' must be true or false", id);
        });
    }

    private static Fields object(PayloadReader reader, byte[] message) {
        try {
            return reader.read(message);
        } catch (RecordFormatException e) {
            throw new InvalidCommandException(
                    "INVALID_FORMAT",
                    "a message must be one JSON object, for example {\"type\": \"ping\"}",
                    Optional.empty());
        }
    }

    private static boolean isIdentifier(Value value) {
        return value instanceof Value.Text || value instanceof Value.Whole;
    }
}
