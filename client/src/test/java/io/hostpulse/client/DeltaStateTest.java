package io.hostpulse.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonReader;
import io.hostpulse.client.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeltaStateTest {

    private final DeltaState state = new DeltaState();

    private static JsonObject json(String text) {
        return new JsonReader().read(text.replace('\'', '"'));
    }

    private Optional<JsonObject> take(String message) {
        return state.take(json(message));
    }

    @Test
    void putsChangesIntoWhatIsKnown() {
        take("{'tick':1,'data':{'memory':{'total':9,'free':1},'disk':{'total':5}},'list':[1,2]}");
        assertThat(
                        take(
                                "{'delta':true,'tick':2,'data':{'memory':{'free':null}},'list':[3],'removed':[['data','disk']]}"))
                .contains(json("{'tick':2,'data':{'memory':{'total':9,'free':null}},'list':[3]}"));
    }

    @Test
    void leavesTheStateAloneWhenSomethingIsSentAgain() {
        take("{'tick':1,'a':1}");
        assertThat(take("{'replayed':true,'tick':0,'a':0}")).contains(json("{'replayed':true,'tick':0,'a':0}"));
        assertThat(take("{'delta':true,'tick':2}")).contains(json("{'tick':2,'a':1}"));
    }

    @Test
    void tellsOfSkippedMessagesOnce() {
        assertThat(take("{'tick':1,'skipped':3}")).contains(json("{'tick':1,'skipped':3}"));
        assertThat(take("{'delta':true,'tick':2}")).contains(json("{'tick':2}"));
    }

    @Test
    void knowsThatADifferenceToNothingIsNothing() {
        assertThat(take("{'delta':true,'tick':2}")).isEmpty();
    }

    /** Differences made as the protocol says, and put together again. */
    @Test
    void followsAnyChange() {
        long seed = System.nanoTime();
        System.out.println("random changes with seed " + seed);
        Random random = new Random(seed);
        JsonObject known = object(random, 3);
        state.take(known);
        for (int i = 0; i < 500; i++) {
            JsonObject next = changed(known, random, 3);
            List<JsonValue> removed = new ArrayList<>();
            Map<String, JsonValue> delta = new LinkedHashMap<>(difference(known, next, List.of(), removed));
            delta.put("delta", new JsonValue.Flag(true));
            delta.put("removed", new JsonValue.Array(removed));
            assertThat(state.take(new JsonObject(delta)))
                    .as("seed %d, step %d", seed, i)
                    .contains(next);
            known = next;
        }
    }

    private static JsonObject object(Random random, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.put("m" + random.nextInt(6), value(random, depth));
        }
        return new JsonObject(members);
    }

    private static JsonValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> new JsonValue.Whole(random.nextInt(3));
            case 1 -> new JsonValue.Null();
            case 2 -> new JsonValue.Array(List.of(new JsonValue.Whole(random.nextInt(3))));
            default -> object(random, depth - 1);
        };
    }

    private static JsonObject changed(JsonObject known, Random random, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>(known.members());
        members.replaceAll((name, value) ->
                value instanceof JsonObject inner && random.nextBoolean() ? changed(inner, random, depth - 1) : value);
        members.keySet().removeIf(name -> random.nextInt(6) == 0);
        object(random, depth).members().forEach((name, value) -> {
            if (random.nextInt(3) == 0) {
                members.put(name, value);
            }
        });
        return new JsonObject(members);
    }

    private static Map<String, JsonValue> difference(
            JsonObject from, JsonObject to, List<JsonValue> way, List<JsonValue> removed) {
        Map<String, JsonValue> changes = new LinkedHashMap<>();
        from.members().keySet().stream()
                .filter(name -> to.get(name).isEmpty())
                .forEach(name -> removed.add(new JsonValue.Array(with(way, name))));
        to.members().forEach((name, value) -> {
            JsonValue before = from.members().get(name);
            if (before instanceof JsonObject old && value instanceof JsonObject young) {
                Map<String, JsonValue> inner = difference(old, young, with(way, name), removed);
                if (!inner.isEmpty()) {
                    changes.put(name, new JsonObject(inner));
                }
            } else if (!value.equals(before)) {
                changes.put(name, value);
            }
        });
        return changes;
    }

    private static List<JsonValue> with(List<JsonValue> way, String name) {
        List<JsonValue> longer = new ArrayList<>(way);
        longer.add(new JsonValue.Text(name));
        return longer;
    }
}
