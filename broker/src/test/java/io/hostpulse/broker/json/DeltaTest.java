package io.hostpulse.broker.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The differences between objects, and what clients make of them. */
class DeltaTest {

    @Test
    void saysWhatIsNewDifferentAndGone() {
        Delta delta = Delta.between(
                scan("{\"a\":1,\"b\":{\"c\":2,\"d\":[1,2],\"e\":null},\"f\":{}}"),
                scan("{\"a\":1,\"b\":{\"c\":3,\"d\":[1,2],\"g\":\"x\"},\"f\":7}"));
        assertThat(text(delta.changed())).isEqualTo("{\"b\":{\"c\":3,\"g\":\"x\"},\"f\":7}");
        assertThat(delta.removed()).containsExactly(List.of("b", "e"));
    }

    @Test
    void isEmptyWhenNothingHasChanged() {
        Delta delta = Delta.between(scan("{\"a\":{\"b\":[{}]}}"), scan("{\"a\":{\"b\":[{}]}}"));
        assertThat(delta.changed().members()).isEmpty();
        assertThat(delta.removed()).isEmpty();
    }

    /** What the protocol tells clients to do gives the whole message again, whatever comes after what. */
    @Test
    void foldsIntoTheWhole() {
        long seed = System.nanoTime();
        System.out.println("differences with seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            JsonNode.Members whole = object(random, 0);
            JsonNode.Members client = whole;
            for (int step = 0; step < 20; step++) {
                JsonNode.Members next = random.nextInt(4) == 0 ? object(random, 0) : altered(random, whole);
                client = folded(client, Delta.between(whole, next));
                whole = next;
                assertThat(client).as("seed %s", seed).isEqualTo(whole);
            }
        }
    }

    /** The rule of docs/PROTOCOL.md: first remove, then merge. */
    private static JsonNode.Members folded(JsonNode.Members known, Delta delta) {
        JsonNode.Members state = known;
        for (List<String> way : delta.removed()) {
            state = without(state, way);
        }
        return merged(state, delta.changed());
    }

    private static JsonNode.Members without(JsonNode.Members object, List<String> way) {
        Map<String, JsonNode> members = new LinkedHashMap<>(object.members());
        String name = way.get(0);
        if (way.size() == 1) {
            members.remove(name);
        } else {
            members.put(name, without((JsonNode.Members) members.get(name), way.subList(1, way.size())));
        }
        return new JsonNode.Members(members);
    }

    private static JsonNode.Members merged(JsonNode.Members known, JsonNode.Members changed) {
        Map<String, JsonNode> members = new LinkedHashMap<>(known.members());
        changed.members().forEach((name, value) -> {
            boolean both = value instanceof JsonNode.Members && members.get(name) instanceof JsonNode.Members;
            members.put(name, both ? merged((JsonNode.Members) members.get(name), (JsonNode.Members) value) : value);
        });
        return new JsonNode.Members(members);
    }

    private static JsonNode.Members object(Random random, int depth) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.put("n" + random.nextInt(8), value(random, depth + 1));
        }
        return new JsonNode.Members(members);
    }

    private static JsonNode.Members altered(Random random, JsonNode.Members object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            int what = random.nextInt(6);
            if (what == 0) {
                members.put(name, value(random, 2));
            } else if (what > 1) {
                members.put(name, value instanceof JsonNode.Members inside ? altered(random, inside) : value);
            }
        });
        return new JsonNode.Members(members);
    }

    private static JsonNode value(Random random, int depth) {
        int what = random.nextInt(depth > 4 ? 3 : 5);
        if (what == 3) {
            return object(random, depth);
        }
        if (what == 4) {
            List<JsonNode> elements = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                elements.add(value(random, depth + 1));
            }
            return new JsonNode.Elements(elements);
        }
        return plain(List.of("null", "\"a \\\" b\"", Integer.toString(random.nextInt(3)))
                .get(what));
    }

    private static JsonNode plain(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new JsonNode.Plain(bytes, 0, bytes.length);
    }

    private static JsonNode.Members scan(String json) {
        return JsonScanner.scan(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JsonNode node) {
        ByteBuf out = Unpooled.buffer();
        node.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
