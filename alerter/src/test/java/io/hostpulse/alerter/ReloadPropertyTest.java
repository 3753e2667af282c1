package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.journal.HandlerMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand changes of the configuration, while alerts come and go: nobody misses one, and nobody is told twice. */
class ReloadPropertyTest {

    private static final int RELOADS = 1_000;

    @TempDir
    Path root;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void neitherLosesNorRepeatsAnything() throws Exception {
        try (RunningAlerter alerter = new RunningAlerter(root)) {
            alerter.memory(50);
            alerter.configure(configuration());
            alerter.startStepped();
            int fired = 0;
            boolean on = false;
            for (int i = 0; i < RELOADS; i++) {
                if (random.nextInt(3) == 0) {
                    on = !on;
                    fired += on ? 1 : 0;
                }
                alerter.memory(on ? 85 + random.nextInt(5) : 40 + random.nextInt(5));
                alerter.configure(configuration());
                assertThat(alerter.reload()).as("seed %d", seed).isEmpty();
                alerter.turn();
            }
            alerter.memory(50);
            int expected = fired;
            alerter.turnUntil(() -> count(alerter.told("steady"), "firing") == expected
                    && count(alerter.told("steady"), "resolved") == expected);
            alerter.turnUntil(() -> Stream.of("steady", "changing", "a", "b")
                    .allMatch(name -> alerter.journal().handler(name).waiting().isEmpty()));
            check(alerter, expected);
        }
    }

    /** What is not 'steady' comes, goes and changes. */
    private String configuration() {
        List<String> handlers = new ArrayList<>(List.of("steady: {type: file}"));
        handlers.add("changing: {type: file, max_size: " + (10 + random.nextInt(3)) + "MB}");
        Stream.of("a", "b").filter(name -> random.nextBoolean()).forEach(name -> handlers.add(name + ": {type: file}"));
        return "notifications:\n  " + String.join("\n  ", handlers) + "\nalerts:\n  cooldown: 0\n"
                + "  flapping: {changes: 0}\n  rules:\n    memory: {critical: " + (95 + random.nextInt(4)) + "}\n"
                + "    disk: {warning: " + (10 + random.nextInt(50)) + "}\n"
                + (random.nextBoolean() ? "    more: {metric: memory.other, warning: 1}\n" : "");
    }

    private void check(RunningAlerter alerter, int fired) {
        assertThat(count(alerter.told("changing"), "firing"))
                .as("seed %d", seed)
                .isEqualTo(fired);
        for (String name : List.of("steady", "changing", "a", "b")) {
            List<String> keys = alerter.told(name).stream()
                    .map(line -> line.replaceAll(".* key=", ""))
                    .toList();
            assertThat(keys).as("%s, seed %d", name, seed).doesNotHaveDuplicates();
            HandlerMemory memory = alerter.journal().handler(name);
            assertThat(memory.dead()).as("%s, seed %d", name, seed).allSatisfy(dead -> assertThat(keys)
                    .doesNotContain(dead.receipt().key()));
        }
    }

    private static long count(List<String> lines, String kind) {
        Map<String, Integer> kinds = new HashMap<>();
        lines.forEach(line -> kinds.merge(line.replaceAll(".* kind=(\\w+) .*", "$1"), 1, Integer::sum));
        return kinds.getOrDefault(kind, 0);
    }
}
