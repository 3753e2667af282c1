package io.hostpulse.alerter.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The period is from 100 s to 1000 s. */
class DifferencesTest {

    private static final Period PERIOD = new Period(100_000_000_000L, 1_000_000_000_000L);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The same: also a few seconds apart, and when it began before the period, whenever that was.
                "memory W 200-300         | memory W 200-300         | SAME",
                "memory W 200-300         | memory W 203-296         | SAME",
                "memory W 200-            | memory W 200-            | SAME",
                "memory W 90-300          | memory W 10-300          | SAME",
                "disk:/ C 200-            | disk:/ C 200-            | SAME",
                // In both, and yet not the same.
                "memory W 200-300         | memory W 230-300         | OTHER begins 30 s earlier",
                "memory W 230-300         | memory W 200-300         | OTHER begins 30 s later",
                "memory W 200-320         | memory W 200-300         | OTHER ends 20 s later",
                "memory W 200-            | memory W 200-300         | OTHER ends 11 m 40 s later",
                "memory C 200-300         | memory W 200-300         | OTHER it was WARNING",
                "memory C 200-300         | memory W 260-310         | OTHER 'begins 1 m 0 s earlier, ends 10 s earlier, it was WARNING'",
                "memory W 200-210         | memory W 260-270         | OTHER 'begins 1 m 0 s earlier, ends 1 m 0 s earlier'",
                // Only in one.
                "memory W 200-300         |                          | ONLY_REPLAYED",
                "                         | memory W 200-300         | ONLY_REAL",
                "memory W 200-300         | swap W 200-300           | ONLY_REPLAYED + ONLY_REAL",
                "disk:/ W 200-300         | disk:/home W 200-300     | ONLY_REPLAYED + ONLY_REAL",
                "memory W 200-210         | memory W 400-410         | ONLY_REPLAYED + ONLY_REAL",
                // Several of one rule: the nearest are a pair, and each is in one pair only.
                "memory W 200-210, memory W 400-410 | memory W 400-410 | ONLY_REPLAYED + SAME",
                "memory W 200-210, memory W 220-230 | memory W 221-230 | ONLY_REPLAYED + SAME",
                "memory W 200-500                   | memory W 200-210, memory W 300-310 | OTHER ends 4 m 50 s later + ONLY_REAL",
                "                                   |                                    | ''",
            })
    void pairsWhatIsTheSame(String replayed, String real, String expected) {
        List<Difference> differences = Differences.between(all(replayed), all(real), PERIOD);
        assertThat(differences.stream()
                        .map(one -> (one.kind() + " " + one.what()).strip())
                        .collect(Collectors.joining(" + ")))
                .isEqualTo(expected.replace("'", ""));
    }

    private static List<Occurrence> all(String texts) {
        return texts == null
                ? List.of()
                : Arrays.stream(texts.split(","))
                        .map(RecordedAlerts::occurrence)
                        .toList();
    }
}
