package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.object;
import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.history.HistorySettings;
import io.hostpulse.history.HistoryWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The past over HTTP, of a real broker and a real database. */
class HistoryRestTest extends HttpFixture {

    private final long now = EpochClock.SYSTEM.nanos();

    private void recorded() {
        PastFixture.write(root.resolve("history"), now);
    }

    private HttpResponse<String> history(String query) throws Exception {
        return get("/api/metrics/history/" + query);
    }

    private Fields past(String query) throws Exception {
        return ok(history(query));
    }

    private static List<Fields> series(Fields answer) {
        return TestClient.list(answer, "series");
    }

    private static List<Value> values(Fields fields, String name) {
        return List.copyOf(((Value.Sequence) fields.get(name).orElseThrow()).values());
    }

    @Test
    void showsEachFieldThatStandsAlone() throws Exception {
        recorded();
        Fields answer = past("memory");
        assertThat(text(object(answer, "history"), "state")).isEqualTo("ok");
        assertThat(series(answer).stream().map(one -> text(one, "field")))
                .containsExactly("percentage", "swap.free", "swap.used");
    }

    @Test
    void losesNoPeakHoweverFewPointsThereAre() throws Exception {
        recorded();
        for (int points : new int[] {1, 7, 600}) {
            Fields series = series(past("memory?fields=percentage&hours=3&points=" + points))
                    .get(0);
            assertThat(values(series, "max")).contains(new Value.Real(99.0));
            long buckets = values(series, "max").stream()
                    .filter(Value.Real.class::isInstance)
                    .count();
            assertThat(buckets).isBetween(1L, (long) points);
            long values = values(series, "count").stream()
                    .filter(Value.Whole.class::isInstance)
                    .mapToLong(count -> ((Value.Whole) count).value())
                    .sum();
            assertThat(values).isEqualTo(660);
        }
    }

    @Test
    void aGapStaysAGapAndSaysWhy() throws Exception {
        recorded();
        Fields series = series(past("memory?fields=percentage&hours=3")).get(0);
        assertThat(values(series, "mean").stream().filter(Value.Missing.class::isInstance))
                .hasSize(1);
        int at = values(series, "mean").indexOf(new Value.Missing("not reported"));
        assertThat(at).isPositive();
        assertThat(values(series, "times")).hasSameSizeAs(values(series, "mean"));
        Fields gap = (Fields) values(series, "gaps").get(0);
        assertThat(text(gap, "reason")).isEqualTo("no answer within 2 s");
        assertThat(text(gap, "kind")).isEqualTo("failed");
    }

    @Test
    void fieldsMayBeBeginningsAndPatterns() throws Exception {
        recorded();
        assertThat(series(past("memory?fields=swap,banks%5B*%5D.size")).stream().map(one -> text(one, "field")))
                .containsExactly("banks[a,b].size", "swap.free", "swap.used");
        assertThat(series(past("memory?fields=banks%5Ba,b%5D.size"))).hasSize(1);
    }

    @Test
    void answersForASpanOfTime() throws Exception {
        recorded();
        String from = Rfc3339.format(now - 30 * PastFixture.MINUTE);
        String to = Rfc3339.format(now - 20 * PastFixture.MINUTE);
        Fields answer = past("memory?fields=percentage&from=" + from + "&to=" + to);
        assertThat(text(answer, "from")).isEqualTo(from);
        assertThat(values(series(answer).get(0), "times")).hasSizeBetween(59, 61);
        assertThat(values(
                        series(past("memory?fields=percentage&hours=1&to=" + to))
                                .get(0),
                        "times"))
                .hasSizeGreaterThan(100);
    }

    @Test
    void withoutAHistoryItSaysSo() throws Exception {
        Fields answer = past("memory");
        assertThat(text(object(answer, "history"), "state")).isEqualTo("absent");
        assertThat(series(answer)).isEmpty();
        HistoryWriter.open(root.resolve("history"), HistorySettings.DEFAULTS, () -> now)
                .close();
        assertThat(text(object(past("memory"), "history"), "state")).isEqualTo("absent");
        recorded();
        assertThat(series(past("memory"))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "memroy, 404, did you mean 'memory'?",
        "memory?fields=percentag, 400, did you mean 'percentage'?",
        "memory?hours=0, 400, hours must be a whole number",
        "memory?points=10001, 400, points must be a whole number",
        "memory?hours=1&from=2026-01-01T00:00:00Z, 400, not both",
        "memory?from=yesterday, 400, from must be a time",
        "memory?from=2099-01-01T00:00:00Z&to=2099-01-02T00:00:00Z, 400, until now",
        "memory?from=1969-01-01T00:00:00Z, 400, from 1970",
        "memory?from=2020-01-02T00:00:00Z&to=2020-01-01T00:00:00Z, 400, must be before",
        "memory?fields=swap&points=10000&feilds=x, 400, did you mean 'fields'?",
        "memory?fields=*&points=10000, 400, more than 20000 in all",
    })
    void refusesWhatCannotBeAnswered(String query, int status, String detail) throws Exception {
        recorded();
        HttpResponse<String> response = history(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body()).contains(detail);
    }

    @Test
    void leavesOutUnnamedFieldsThatAreTooMany() throws Exception {
        recorded();
        Fields answer = past("memory?points=10000");
        assertThat(series(answer)).hasSize(2);
        assertThat(answer.get("left_out")).contains(new Value.Whole(1));
        assertThat(past("memory").get("left_out")).isEmpty();
        assertThat(past("memory").get("next")).isEmpty();
    }

    @Test
    void pagesFitTogether() throws Exception {
        recorded();
        HttpResponse<String> first = history("memory?points=10000");
        Fields answer = new PayloadReader().read(first.body().getBytes(StandardCharsets.UTF_8));
        assertThat(text(answer, "next")).isEqualTo("swap.free");
        assertThat(first.headers().firstValue("link"))
                .contains("</api/metrics/history/memory?points=10000&after=swap.free>; rel=\"next\"");
        Fields second = past("memory?points=10000&after=swap.free");
        assertThat(series(second).stream().map(one -> text(one, "field"))).containsExactly("swap.used");
        assertThat(second.get("next")).isEmpty();
        assertThat(series(past("memory?after=zzz"))).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheDatabaseAndGoesOnWhenItIsMended() throws Exception {
        Path database = root.resolve("history/history.db");
        Files.createDirectories(database.getParent());
        Files.writeString(database, "no database at all".repeat(1000));
        HttpResponse<String> response = history("memory");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("the history cannot be read now");
        Files.delete(database);
        recorded();
        assertThat(series(past("memory"))).hasSize(3);
    }
}
