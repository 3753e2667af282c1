package io.hostpulse.common.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ControlOrderFieldsTest {

    private static final long MICROSECOND = 1000;

    @Test
    void comesBackAsItWasWhateverIsInIt() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            ControlOrder order = new ControlOrder(
                    random.nextLong(1L << 61) / MICROSECOND * MICROSECOND,
                    text(random),
                    text(random),
                    fields(random, 3));
            assertThat(ControlOrderFields.parse(throughBytes(order)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(order);
        }
    }

    private static Fields throughBytes(ControlOrder order) {
        return new PayloadReader()
                .read(new PayloadWriter().write(ControlOrderFields.of(order)).array());
    }

    private static Fields fields(Random random, int depth) {
        Fields.Builder fields = Fields.builder();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            fields.put(i + text(random), value(random, depth));
        }
        return fields.build();
    }

    private static Value value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> new Value.Text(text(random));
            case 1 -> new Value.Whole(random.nextLong());
            case 2 -> new Value.Flag(random.nextBoolean());
            case 3 -> new Value.Real(random.nextInt(1000) + 0.5);
            case 4 -> fields(random, depth - 1);
            default -> {
                List<Value> elements = new ArrayList<>();
                int count = random.nextInt(3);
                for (int i = 0; i < count; i++) {
                    elements.add(value(random, depth - 1));
                }
                yield new Value.Sequence(elements);
            }
        };
    }

    // Control characters, quotes, letters beyond ASCII and beyond the first plane.
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            int[] ranges = {0x20, 0x80, 0x800, 0xD800};
            text.appendCodePoint(random.nextInt(50) == 0 ? 0x1F525 : random.nextInt(ranges[random.nextInt(4)]));
        }
        return text.toString();
    }

    @Test
    void anArgumentThatIsNullIsNone() {
        ControlOrder order = ControlOrderFields.parse(read("{\"timestamp\":\"2025-01-03T12:00:00Z\",\"by\":\"ann\","
                + "\"action\":\"note\",\"arguments\":{\"a.b\":null,\"a\":{\"b\":null,\"c\":[null,1]}}}"));
        assertThat(order.arguments()).isEqualTo(read("{\"a\":{\"c\":[1]}}"));
    }

    @Test
    void whatIsNoOrderIsRefusedWhateverItIs() {
        for (String garbage : List.of(
                "{}",
                "{\"timestamp\":1,\"by\":\"\",\"action\":\"\"}",
                "{\"timestamp\":\"yesterday\",\"by\":\"ann\",\"action\":\"note\"}",
                "{\"timestamp\":\"2025-01-03T12:00:00Z\",\"by\":{},\"action\":\"note\"}",
                "{\"timestamp\":\"+999999999-01-03T12:00:00Z\",\"by\":\"\",\"action\":\"note\"}",
                "{\"timestamp\":\"2025-01-03T12:00:00Z\",\"by\":\"ann\",\"action\":\"note\",\"arguments\":[]}")) {
            assertThatThrownBy(() -> ControlOrderFields.parse(read(garbage)))
                    .as(garbage)
                    .isInstanceOf(RecordFormatException.class)
                    .hasMessageStartingWith("no order: ");
        }
    }

    @Test
    void everyActionIsFoundByItsLabel() {
        for (ControlAction action : ControlAction.values()) {
            assertThat(ControlAction.labelled(action.label())).contains(action);
        }
        assertThat(ControlAction.labelled("explode")).isEmpty();
    }

    private static Fields read(String json) {
        return new PayloadReader().read(json.getBytes(StandardCharsets.UTF_8));
    }
}
