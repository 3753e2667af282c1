package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.list;
import static io.hostpulse.broker.TestClient.object;
import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The past of one program over HTTP. */
class ProcessHistoryRestTest extends HttpFixture {

    private final long now = EpochClock.SYSTEM.nanos();

    private HttpResponse<String> history(String query) throws Exception {
        return get("/api/processes/history" + query);
    }

    @Test
    void tellsTheRunsOfANameApart() throws Exception {
        PastPrograms.write(root.resolve("history"), now);
        Fields answer = ok(history("?name=" + PastPrograms.ENCODED_NAME));
        assertThat(text(answer, "name")).isEqualTo(PastPrograms.NAME);
        assertThat(answer.get("whole")).contains(new Value.Flag(true));
        List<Fields> runs = list(answer, "runs");
        assertThat(runs.stream().map(run -> run.get("pid").orElseThrow()))
                .containsExactly(new Value.Whole(21), new Value.Whole(20));
        assertThat(text(runs.get(1), "start_time")).isEqualTo(Rfc3339.format(PastPrograms.firstStart(now)));
        assertThat(list(runs.get(1), "series").stream().map(series -> text(series, "field")))
                .containsExactly("cpu_percent", "memory", "read_bytes_per_sec");
    }

    @Test
    void aTimeInWhichItWasNotAmongTheLargestIsAGap() throws Exception {
        PastPrograms.write(root.resolve("history"), now);
        Fields cpu = list(
                        list(ok(history("?points=1500&name=" + PastPrograms.ENCODED_NAME)), "runs")
                                .get(1),
                        "series")
                .get(0);
        List<? extends Value> means = ((Value.Sequence) cpu.get("mean").orElseThrow()).values();
        assertThat(means.stream().filter(Value.Missing.class::isInstance)).hasSize(1);
        assertThat(means).hasSize(PastPrograms.MINUTES_OF_FIRST + 1);
    }

    @Test
    void withoutAHistoryItSaysSo() throws Exception {
        Fields answer = ok(history("?name=java"));
        assertThat(text(object(answer, "history"), "state")).isEqualTo("absent");
        assertThat(list(answer, "runs")).isEmpty();
    }

    @Test
    void knowsNothingOfANameThatNobodyHad() throws Exception {
        PastPrograms.write(root.resolve("history"), now);
        assertThat(list(ok(history("?name=nobody")), "runs")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'name' is missing",
        "?name=, 'name' is missing",
        "?nam=java, did you mean 'name'?",
        "?name=java&pid=-1, pid must be a whole number",
        "?name=java&points=1501, from 1 to 1500",
        "?name=java&from=yesterday, from must be a time",
    })
    void refusesWhatCannotBeAnswered(String query, String detail) throws Exception {
        HttpResponse<String> response = history(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains(detail);
    }
}
