package io.hostpulse.broker;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docs/openapi.yaml or docs/asyncapi.yaml, as far as it is needed to say what an answer has that is not documented, or the other way round. */
final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    private final Map<String, Object> document;

    private OpenApi(Map<String, Object> document) {
        this.document = document;
    }

    static OpenApi read(Path file) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new OpenApi(map(yaml.load(Files.readString(file))));
    }

    /** Method and path of everything that is documented. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        map(document.get("paths")).forEach((path, item) -> map(item).keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
    }

    /** What is wrong with an answer; empty when it is as documented. */
    List<String> complaints(String method, String path, int status, String contentType, Fields body) {
        Map<String, Object> responses = child(document, "paths", path, method.toLowerCase(Locale.ROOT), "responses");
        Object response = responses.getOrDefault(Integer.toString(status), responses.get("default"));
        Map<String, Object> content = child(resolved(response), "content");
        if (!content.containsKey(contentType)) {
            return List.of(method + " " + path + " " + status + " is " + contentType + ", not " + content.keySet());
        }
        List<String> complaints = new ArrayList<>();
        check(complaints, "body", child(content, contentType, "schema"), body);
        return complaints;
    }

    /** The messages of a document of AsyncAPI, which describes their fields in the same way. */
    Set<String> messages() {
        return new TreeSet<>(child(document, "components", "messages").keySet());
    }

    /** What is wrong with a message; empty when it is as documented. */
    List<String> complaints(String message, Fields payload) {
        List<String> complaints = new ArrayList<>();
        check(complaints, message, child(document, "components", "messages", message, "payload"), payload);
        return complaints;
    }

    private void check(List<String> complaints, String where, Map<String, Object> given, Value value) {
        Map<String, Object> schema = flattened(given);
        if (!fits(schema.get("type"), value)) {
            complaints.add(where + " is " + value + ", not of type " + schema.get("type"));
        } else if (value instanceof Fields fields) {
            checkObject(complaints, where, schema, fields);
        } else if (value instanceof Value.Sequence list) {
            for (int i = 0; i < list.values().size(); i++) {
                check(
                        complaints,
                        where + "[" + i + "]",
                        child(schema, "items"),
                        list.values().get(i));
            }
        } else if (value instanceof Value.Text text
                && schema.get("enum") instanceof List<?> words
                && !words.contains(text.value())) {
            complaints.add(where + " is '" + text.value() + "', none of " + words);
        }
    }

    private void checkObject(List<String> complaints, String where, Map<String, Object> schema, Fields fields) {
        Map<String, Object> properties = map(schema.getOrDefault("properties", Map.of()));
        Object others = schema.get("additionalProperties");
        fields.values().forEach((name, value) -> {
            if (properties.containsKey(name)) {
                check(complaints, where + "." + name, map(properties.get(name)), value);
            } else if (others instanceof Map<?, ?> other) {
                check(complaints, where + "." + name, map(other), value);
            } else if (!Boolean.TRUE.equals(others)) {
                complaints.add(where + "." + name + " is not documented");
            }
        });
        if (schema.get("required") instanceof List<?> names) {
            names.stream()
                    .filter(name -> fields.get((String) name).isEmpty())
                    .forEach(name -> complaints.add(where + "." + name + " is missing"));
        }
    }

    private static boolean fits(Object type, Value value) {
        if (type instanceof List<?> types) {
            return types.stream().anyMatch(one -> fits(one, value));
        }
        return type == null
                || switch ((String) type) {
                    case "object" -> value instanceof Fields;
                    case "array" -> value instanceof Value.Sequence;
                    case "string" -> value instanceof Value.Text;
                    case "null" -> value instanceof Value.Missing;
                    case "boolean" -> value instanceof Value.Flag;
                    case "integer" -> value instanceof Value.Whole;
                    case "number" -> value instanceof Value.Whole || value instanceof Value.Real;
                    default -> throw new AssertionError("the checker does not know the type " + type);
                };
    }

    /** A schema with what it refers to, and with all its parts as one. */
    private Map<String, Object> flattened(Map<String, Object> given) {
        Map<String, Object> schema = resolved(given);
        if (!(schema.get("allOf") instanceof List<?> parts)) {
            return schema;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (Object part : parts) {
            Map<String, Object> one = flattened(map(part));
            properties.putAll(map(one.getOrDefault("properties", Map.of())));
            required.addAll((List<?>) one.getOrDefault("required", List.of()));
        }
        return Map.of("type", "object", "properties", properties, "required", required);
    }

    private Map<String, Object> resolved(Object given) {
        Map<String, Object> found = map(given);
        Optional<String> reference = Optional.ofNullable((String) found.get("$ref"));
        return reference
                .map(to -> resolved(child(document, to.substring(2).split("/"))))
                .orElse(found);
    }

    private static Map<String, Object> child(Map<String, Object> parent, String... path) {
        Map<String, Object> found = parent;
        for (String name : path) {
            if (!found.containsKey(name)) {
                throw new AssertionError("'" + name + "' of " + List.of(path) + " is not documented");
            }
            found = map(found.get(name));
        }
        return found;
    }

    @SuppressWarnings("unchecked") // YAML objects whose keys are texts
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
