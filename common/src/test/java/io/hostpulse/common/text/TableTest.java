package io.hostpulse.common.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {

    private final Table table = new Table().left("NAME").right("SIZE").left("NOTE");

    @Test
    void alignsWordsLeftAndNumbersRightAndLeavesNoTrailingBlanks() {
        table.row(Cell.of("memory"), Cell.of(7), Cell.of(""));
        table.row(Cell.of("é"), Cell.of(12_345), Cell.of("x"));
        assertThat(table.render(Style.PLAIN)).isEqualTo("""
                NAME     SIZE  NOTE
                memory      7
                é       12345  x
                """);
    }

    @Test
    void paintsWithoutDisturbingTheAlignment() {
        table.row(new Cell("ok", Tone.GOOD), Cell.of(1), Cell.of("x"));
        assertThat(table.render(new Style(true))).endsWith("\u001b[32mok\u001b[0m       1  x\n");
    }

    @Test
    void showsTheUnknownAsADashAndNeverAsZero() {
        table.row(Cell.of("a"), Cell.of(Optional.empty()), Cell.of(""));
        assertThat(table.render(Style.PLAIN)).endsWith("a        -\n");
    }

    @Test
    void escapesWhatWouldSteerTheTerminal() {
        table.row(Cell.of("\u001b[2J\n"), Cell.of(1), Cell.of(""));
        assertThat(table.render(Style.PLAIN)).contains("\\u001b[2J\\n");
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> table.row(Cell.of("a"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void alignsWideLetters() {
        table.row(Cell.of("磁盘"), Cell.of(1), Cell.of("x"));
        table.row(Cell.of("e\u0301tat"), Cell.of(2), Cell.of("y"));
        assertThat(table.render(Style.PLAIN)).isEqualTo("""
                NAME  SIZE  NOTE
                磁盘     1  x
                e\u0301tat     2  y
                """);
    }

    @Test
    void cutsTheLastColumnToTheTerminalButLeavesSomethingToRead() {
        table.row(Cell.of("memory"), Cell.of(7), new Cell("High memory usage: 85.5 %", Tone.BAD));
        assertThat(table.render(new Style(true), 34)).endsWith("   7  \u001b[31mHigh memory usage: …\u001b[0m\n");
        assertThat(table.render(Style.PLAIN, 10)).endsWith("   7  High memory usage: …\n");
        assertThat(table.render(Style.PLAIN)).endsWith("   7  High memory usage: 85.5 %\n");
    }
}
