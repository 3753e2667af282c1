package io.hostpulse.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @ParameterizedTest
    @CsvSource({"/dev/pts/3,true", "/dev/tty1,true", "/dev/console,true", "pipe:[4711],false", "/dev/null,false"})
    void knowsATerminalByItsDevice(String device, boolean terminal) {
        assertThat(Terminal.isTerminal(device)).isEqualTo(terminal);
    }
}
