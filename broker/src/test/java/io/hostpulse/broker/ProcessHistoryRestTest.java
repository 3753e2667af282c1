package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.object;
import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The past of one program over HTTP. */
class ProcessHistoryRestTest {

    @TempDir
    Path root;

    private final HttpClient http = HttpClient.newHttpClient();
    private final long now = EpochClock.SYSTEM.nanos();
    private RunningBroker broker;

    @BeforeEach
    void start() throws Exception {
        broker = new RunningBroker(root);
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    private HttpResponse<String> get(String query) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(broker.page("/api/processes/history" + query))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private Fields ok(String query) throws Exception {
        HttpResponse<String> response = get(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new PayloadReader().read(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Fields> list(Fields fields, String name) {
        return ((Value.Sequence) fields.get(name).orElseThrow())
                .values().stream().map(Fields.class::cast).toList();
    }

    @Test
    void tellsTheRunsOfANameApart() throws Exception {
        PastPrograms.write(root.resolve("history"), now);
        Fields answer = ok("?name=" + PastPrograms.ENCODED_NAME);
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
                        list(ok("?points=1500&name=" + PastPrograms.ENCODED_NAME), "runs")
                                .get(1),
                        "series")
                .get(0);
        List<? extends Value> means = ((Value.Sequence) cpu.get("mean").orElseThrow()).values();
        assertThat(means.stream().filter(Value.Missing.class::isInstance)).hasSize(1);
        assertThat(means).hasSize(PastPrograms.MINUTES_OF_FIRST + 1);
    }

    @Test
    void withoutAHistoryItSaysSo() throws Exception {
        Fields answer = ok("?name=java");
        assertThat(text(object(answer, "history"), "state")).isEqualTo("absent");
        assertThat(list(answer, "runs")).isEmpty();
    }

    @Test
    void knowsNothingOfANameThatNobodyHad() throws Exception {
        PastPrograms.write(root.resolve("history"), now);
        assertThat(list(ok("?name=nobody"), "runs")).isEmpty();
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
        HttpResponse<String> response = get(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains(detail);
    }
}
