package io.hostpulse.collector.ps;

import static io.hostpulse.collector.ps.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.process.ProcessRow;
import io.hostpulse.collector.source.process.ProcessState;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.text.Style;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PsReportTest {

    private static final List<ProcessRow> ROWS = List.of(
            row(1, 0, "init"),
            row(20, 1, "busy", 130, ProcessState.RUNNING),
            row(30, 20, "de\u001b[2Jad", 0, ProcessState.ZOMBIE));

    @Test
    void alignsColumnsAndPutsTheBusiestFirst() {
        assertThat(text(Integer.MAX_VALUE)).isEqualTo("""
                PID  USER  CPU %   MEMORY  MEM %  READ/S  WRITE/S  THREADS  FILES  STATE     NAME           COMMAND
                 20  root  130.0  20.0 MB    1.3       -   2.0 KB        1      -  running   busy           /bin/busy
                  1  root    0.0   1.0 MB    1.3       -   2.0 KB        1      -  sleeping  init           /bin/init
                 30  root    0.0  30.0 MB    1.3       -   2.0 KB        1      -  zombie    de\\u001b[2Jad  /bin/de\\u001b[2Jad
                """);
    }

    @Test
    void drawsTheTreeInTheColumnOfNames() {
        assertThat(text(Integer.MAX_VALUE, "--tree", "--sort", "pid"))
                .contains("  init")
                .contains("  └─ busy")
                .contains("     └─ de");
    }

    @Test
    void keepsForefathersInTheTree() {
        assertThat(text(Integer.MAX_VALUE, "--tree", "-n", "1").lines()).hasSize(3);
        assertThat(text(Integer.MAX_VALUE, "-n", "1").lines()).hasSize(2);
    }

    @Test
    void paintsWhatMattersAndCutsWhatIsTooWide() {
        String painted = report().text(new Style(true), 60);
        assertThat(painted).contains("\u001b[31m130.0\u001b[0m").doesNotContain("\u001b[2J");
        assertThat(painted.replaceAll("\u001b\\[\\d+m", "").lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        assertThat(text(60)).doesNotContain("\u001b").contains("…");
    }

    @Test
    void ordersByAnyOfTheFour() {
        assertThat(text(Integer.MAX_VALUE, "--sort=memory").lines().skip(1))
                .first()
                .asString()
                .contains(" 30 ");
        assertThat(text(Integer.MAX_VALUE, "--sort=io").lines().skip(1))
                .first()
                .asString()
                .contains(" 1 ");
        assertThat(text(Integer.MAX_VALUE, "--sort=pid").lines().skip(1))
                .first()
                .asString()
                .contains(" 1 ");
    }

    @Test
    void writesJsonForPrograms() {
        Fields read =
                new PayloadReader().read(report("--json", "-n", "2").json().getBytes(StandardCharsets.UTF_8));
        assertThat(((Value.Sequence) read.get("processes").orElseThrow()).values())
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(((Fields) row).get("cpu_percent")).contains(new Value.Real(130)));
        assertThat(((Fields) read.get("missing").orElseThrow()).get("processes[0].open_files"))
                .contains(new Value.Text("not permitted"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> PsOptions.parse("--sort", "memry"))
                .isInstanceOf(ProcessFailure.class)
                .hasMessage("--sort: 'memry' is not one of cpu, memory, io, pid; did you mean 'memory'?");
        assertThatThrownBy(() -> PsOptions.parse("-n", "0")).hasMessageContaining("whole number");
        assertThatThrownBy(() -> PsOptions.parse("-n")).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> PsOptions.parse("--tre")).hasMessageContaining("unknown option '--tre'");
        assertThatThrownBy(() -> PsOptions.parse("--tree=yes")).hasMessageContaining("unknown option '--tree'");
    }

    private static PsReport report(String... arguments) {
        return new PsReport(PsOptions.parse(arguments), ROWS);
    }

    private static String text(int width, String... arguments) {
        return report(arguments).text(Style.PLAIN, width);
    }
}
