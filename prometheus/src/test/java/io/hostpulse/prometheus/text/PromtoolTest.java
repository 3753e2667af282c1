package io.hostpulse.prometheus.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.prometheus.fixture.Captured;
import io.hostpulse.prometheus.fixture.Programs;
import io.hostpulse.prometheus.table.Mapping;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Prometheus' own checker thinks of a page of a real machine, where it is installed. */
@Timeout(60)
class PromtoolTest {

    /** node_exporter's names, which follow the kernel's; it is told the same about the original. */
    private static final String KNOWN = "^node_(netstat|vmstat|sockstat|memory|entropy).*";

    @Test
    void findsNothingWrongWithTheNamesOfOurOwn() throws Exception {
        Path promtool = Programs.orSkip("promtool", PromtoolTest.class);
        Process check = new ProcessBuilder(promtool.toString(), "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = check.getOutputStream()) {
            in.write(new PageWriter(Optional.empty(), Optional.empty())
                    .write(new Mapping(1000).metrics(Captured.host()))
                    .body());
        }
        List<String> complaints = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.matches(KNOWN))
                .toList();
        assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(complaints).isEmpty();
    }
}
