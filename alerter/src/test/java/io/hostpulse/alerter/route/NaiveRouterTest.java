package io.hostpulse.alerter.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A router that sleeps until it must decides what one decides that looks every second. */
class NaiveRouterTest {

    private static final List<String> NAMES =
            List.of("disk/full{path=/}", "disk/full{path=/home}", "disk/slow", "memory/high", "memory/swap");

    private static final List<int[]> LIMITS = List.of(
            new int[] {300, 300}, new int[] {0, 300}, new int[] {300, 0}, new int[] {60, 300}, new int[] {300, 60});

    private static final int SECONDS = 4000;

    @Test
    void bothDecideTheSame() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 150; run++) {
            int[] limits = LIMITS.get(run % LIMITS.size());
            Map<Integer, List<Alert>> story = story(random);
            assertThat(real(limits, story))
                    .as("seed %d, run %d, cooldown %d, window %d", seed, run, limits[0], limits[1])
                    .isEqualTo(naive(limits, story));
        }
    }

    private static Map<Integer, List<Alert>> story(Random random) {
        Map<String, Alert> now = new LinkedHashMap<>();
        Map<Integer, List<Alert>> story = new LinkedHashMap<>();
        for (int second = 0; second < SECONDS; second += 1 + random.nextInt(120)) {
            long at = Scene.START + second * Alerts.SECOND;
            List<Alert> changes = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                String name = NAMES.get(random.nextInt(NAMES.size()));
                changes.add(now.compute(name, (any, alert) -> next(name, alert, random, at + changes.size() * 1000L)));
            }
            story.put(second, changes);
        }
        return story;
    }

    private static Alert next(String name, Alert alert, Random random, long at) {
        AlertLevel level = List.of(AlertLevel.values()).get(random.nextInt(3));
        if (alert == null || !alert.isActive()) {
            return Alerts.on(name, level, at);
        }
        boolean over = random.nextBoolean();
        return Alerts.with(
                alert, over ? alert.level() : level, over ? AlertState.RESOLVED : AlertState.FIRING, false, at);
    }

    private static List<String> naive(int[] limits, Map<Integer, List<Alert>> story) {
        NaiveRouter router = new NaiveRouter(limits[0], limits[1]);
        for (int second = 0; second <= 2 * SECONDS; second++) {
            router.second(second, story.getOrDefault(second, List.of()));
        }
        return router.log();
    }

    private static List<String> real(int[] limits, Map<Integer, List<Alert>> story) {
        String settings = "repeat: 0\ncooldown: " + seconds(limits[0]) + "\ngroup_window: " + seconds(limits[1]);
        Scene scene = Scene.of(settings, Scene.everything("all"));
        story.forEach((second, alerts) -> {
            scene.at(second);
            alerts.forEach(alert -> scene.event(new RoutingEvent.AlertChanged(alert)));
        });
        return scene.at(2 * SECONDS).log();
    }

    private static String seconds(int number) {
        return number == 0 ? "0" : number + "s";
    }
}
