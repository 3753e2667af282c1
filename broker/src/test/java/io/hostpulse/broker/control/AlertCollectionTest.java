package io.hostpulse.broker.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertCollectionTest {

    private static final int MANY = 5000;

    @Test
    void forgetsAnAlertThatNoLongerFits() {
        AlertCollection collection = new AlertCollection(filter(AlertFilter.States.ACTIVE, Optional.empty()));
        collection.take(alert(1, AlertState.FIRING));
        collection.take(alert(1, AlertState.RESOLVED));
        assertThat(collection.page(0).alerts()).isEmpty();
    }

    @Test
    void showsWhatBeganAtTheSameMomentOnceEach() {
        AlertPlace first = new AlertPlace(7_000, "a");
        assertThat(first).isLessThan(new AlertPlace(7_000, "b"));
        assertThat(first).isLessThan(new AlertPlace(6_000, "a"));
        assertThat(AlertPlace.parse(first.toString())).isEqualTo(first);
    }

    /** Alerts come and end in any order, more than are kept; going from page to page finds each that is on exactly once. */
    @Test
    void pagesMissNothingHoweverMuchThereIs() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Alert> entries = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            entries.add(alert(i, AlertState.FIRING));
        }
        Collections.shuffle(entries, random);
        for (int i = 0; i < MANY; i += 3) {
            entries.add(alert(i, AlertState.RESOLVED));
        }
        Map<String, Alert> truth = new HashMap<>();
        entries.forEach(entry -> truth.put(entry.id(), entry));
        List<String> expected = truth.values().stream()
                .filter(Alert::isActive)
                .sorted((a, b) -> AlertPlace.of(a).compareTo(AlertPlace.of(b)))
                .map(Alert::id)
                .toList();
        assertThat(allPages(entries)).as("seed %d", seed).isEqualTo(expected);
    }

    private static List<String> allPages(List<Alert> entries) {
        List<String> seen = new ArrayList<>();
        Optional<AlertPlace> before = Optional.empty();
        do {
            AlertCollection collection = new AlertCollection(filter(AlertFilter.States.ACTIVE, before));
            entries.forEach(collection::take);
            AlertPage page = collection.page(0);
            page.alerts().forEach(alert -> seen.add(alert.id()));
            before = page.next();
        } while (before.isPresent());
        return seen;
    }

    private static AlertFilter filter(AlertFilter.States states, Optional<AlertPlace> before) {
        return new AlertFilter(states, Optional.empty(), Optional.empty(), 0, before, 500);
    }

    private static Alert alert(int number, AlertState state) {
        return new Alert(
                "a" + number,
                new AlertKey("memory", ""),
                "memory",
                "percentage",
                AlertLevel.WARNING,
                state,
                Measured.NOTHING,
                "",
                number / 3 * 1000L,
                0,
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
