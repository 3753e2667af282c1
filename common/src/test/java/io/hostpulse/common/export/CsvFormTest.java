package io.hostpulse.common.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.export.CsvStyle.Lists;
import io.hostpulse.common.model.StreamName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormTest {

    private static Map<String, String> cells(CsvStyle style, String payload) {
        return new CsvForm(style).cells(record(payload));
    }

    private static ExportRecord record(String payload) {
        long time = Rfc3339.parse("2025-01-03T10:15:30Z");
        return new ExportRecord(new StreamName("disk"), 7, time, RecordKind.OK, payload, 0);
    }

    @Test
    void flattensObjectsByTheirPaths() {
        assertThat(cells(CsvStyle.USUAL, "{\"a\":{\"b\":1,\"c\":{\"d\":2.50}},\"on\":true}"))
                .containsExactly(
                        Map.entry("timestamp", "2025-01-03T10:15:30.000000Z"),
                        Map.entry("sequence", "7"),
                        Map.entry("state", "ok"),
                        Map.entry("reason", ""),
                        Map.entry("a.b", "1"),
                        Map.entry("a.c.d", "2.5"),
                        Map.entry("on", "true"));
    }

    @Test
    void keepsAListInOneCellSoThatItsLengthChangesNoColumn() {
        assertThat(cells(CsvStyle.USUAL, "{\"l\":[{\"p\":\"/\"},2]}")).containsEntry("l", "[{\"p\":\"/\"},2]");
    }

    @Test
    void givesEachElementAColumnIfAskedTo() {
        assertThat(cells(new CsvStyle(Lists.COLUMNS, true), "{\"l\":[{\"p\":\"/\"},2]}"))
                .containsEntry("l[0].p", "/")
                .containsEntry("l[1]", "2");
    }

    @Test
    void keepsFieldsApartFromItsOwnColumns() {
        assertThat(cells(CsvStyle.USUAL, "{\"state\":\"idle\"}"))
                .containsEntry("state", "ok")
                .containsEntry("data.state", "idle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "\uff1d1+1"})
    void makesFormulasInert(String text) {
        String json =
                "{\"t\":\"" + text.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n") + "\"}";
        assertThat(cells(CsvStyle.USUAL, json)).containsEntry("t", "'" + text);
        assertThat(cells(new CsvStyle(Lists.JSON, false), json)).containsEntry("t", text);
    }

    @Test
    void leavesNegativeNumbersAlone() {
        assertThat(cells(CsvStyle.USUAL, "{\"t\":-3,\"r\":-0.5}"))
                .containsEntry("t", "-3")
                .containsEntry("r", "-0.5");
    }

    @Test
    void turnsAPayloadThatIsNoJsonIntoAStateWithAReason() {
        assertThat(cells(CsvStyle.USUAL, "{oops"))
                .containsEntry("state", "failed")
                .hasSize(4);
    }

    @Test
    void quotesWhatTheStandardSays() {
        Map<String, String> cells =
                Map.of("a", "x,y", "b", "he said \"no\"", "c", "two\nlines", "d", " pad", "e", "plain");
        assertThat(CsvForm.row(List.of("a", "b", "c", "d", "e", "f"), cells))
                .isEqualTo("\"x,y\",\"he said \"\"no\"\"\",\"two\nlines\",\" pad\",plain,\r\n");
    }

    @Test
    void onlyAddsColumns() {
        assertThat(CsvForm.union(List.of("a", "b"), List.of("b", "c", "a"))).containsExactly("a", "b", "c");
    }
}
