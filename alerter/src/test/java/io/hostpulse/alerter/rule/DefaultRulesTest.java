package io.hostpulse.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultRulesTest {

    private final Trial trial = new Trial(Rules.defaults().read());

    private void record(String stream, String json) {
        trial.record(stream, new Reading.Ok(new PayloadReader().read(json.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "85.5 | 80 | WARNING | High memory usage: 85.5% (threshold: 80.0%)",
                "80.1 | 80 | WARNING | High memory usage: 80.1% (threshold: 80.0%)",
                "92.3 | 90 | CRITICAL | Critical memory usage: 92.3% (threshold: 90.0%)",
            })
    void memoryIsToldInTheKnownForm(double value, double threshold, AlertLevel level, String message) {
        record("memory", "{\"percentage\": " + value + "}");
        Alert alert = trial.last();
        assertThat(alert.component()).isEqualTo("memory");
        assertThat(alert.metric()).isEqualTo("usage_percent");
        assertThat(alert.measured().value()).hasValue(value);
        assertThat(alert.measured().threshold()).hasValue(threshold);
        assertThat(alert.level()).isEqualTo(level);
        assertThat(alert.message()).isEqualTo(message);
    }

    @Test
    void diskIsToldInTheKnownFormAndWhere() {
        record("disk", "{\"free\": 20000000000, \"mounts\": [{\"path\": \"/\", \"percentage\": 96.2}]}");
        Alert alert = trial.last();
        assertThat(alert.component()).isEqualTo("disk");
        assertThat(alert.metric()).isEqualTo("usage_percent");
        assertThat(alert.level()).isEqualTo(AlertLevel.CRITICAL);
        assertThat(alert.message()).isEqualTo("Critical disk usage: 96.2% (threshold: 95.0%) on /");
    }

    @Test
    void lessThanAGigabyteFreeIsToldInReadableSizes() {
        record("disk", "{\"free\": 536870912, \"mounts\": []}");
        assertThat(trial.last().message()).isEqualTo("Low disk space: 512.0 MB free (threshold: 1.0 GB)");
    }

    @Test
    void whatIsNormalIsNotTold() {
        record("memory", "{\"total\": 17179869184, \"percentage\": 50.0}");
        record("processor", "{\"usage_percent\": 25.5, \"per_core_usage\": [20.1, 30.2]}");
        record("disk", "{\"free\": 250053931008, \"percentage\": 50.0, \"path\": \"/\"}");
        record("gpu", "{\"count\": 1, \"gpus\": [{\"id\": 0, \"name\": \"RTX\", \"temperature\": 65.0}]}");
        assertThat(trial.transitions).isEmpty();
    }

    @Test
    void theProcessorHasToBeBusyForHalfAMinute() {
        for (int second = 0; second < 30; second++) {
            record("processor", "{\"usage_percent\": 97.0}");
        }
        assertThat(trial.events()).containsExactly("p");
        record("processor", "{\"usage_percent\": 97.0}");
        assertThat(trial.events()).containsExactly("e", "FC");
        assertThat(trial.last().message()).isEqualTo("Critical processor usage: 97.0% (threshold: 95.0%)");
    }

    @Test
    void zombiesAreCounted() {
        for (int second = 0; second <= 60; second++) {
            record("process", "{\"states\": {\"zombie\": 12}}");
        }
        assertThat(trial.last().message()).isEqualTo("High process zombies: 12 (threshold: 10)");
    }

    @Test
    void twoCardsOfOneModelAreTwo() {
        for (int second = 0; second <= 30; second++) {
            record(
                    "gpu",
                    "{\"gpus\": [{\"id\": 0, \"name\": \"RTX\", \"temperature\": 85}, {\"id\": 1, \"name\": \"RTX\", \"temperature\": 70}]}");
        }
        assertThat(trial.last().message()).isEqualTo("High gpu temperature: 85.0 °C (threshold: 80.0 °C) on 0");
    }

    @Test
    void aStreamThatStopsIsMissed() {
        trial.expect("memory");
        record("memory", "{\"percentage\": 50.0}");
        trial.tick(15);
        assertThat(trial.events()).isEmpty();
        trial.tick(1);
        assertThat(trial.eventsWithDimension()).containsExactly("FW(stale{stream=memory})");
        assertThat(trial.last().message()).isEqualTo("memory has sent nothing for 16 s");
        assertThat(trial.last().component()).isEqualTo("memory");
    }

    @Test
    void aLostRecordIsToldAndIsOverAfterTenMinutes() {
        for (int second = 0; second < 1400; second += 5) {
            int lost = second < 700 ? 3 : 7;
            trial.tick(4);
            record("pipeline", "{\"consumers\": [{\"name\": \"csv\", \"lost\": " + lost + "}]}");
        }
        assertThat(trial.eventsWithDimension())
                .containsExactly("FW(records_lost{name=csv})", "R(records_lost{name=csv})");
    }

    @Test
    void everyRuleIsIdleWhereItsMetricIsNot() {
        assertThat(trial.engine.status())
                .hasSize(DefaultRules.all().size())
                .allSatisfy(status -> assertThat(status.note()).isEqualTo("no such metric seen yet"));
    }
}
