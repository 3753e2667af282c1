package io.hostpulse.console.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":2.5,\"c\":true} | a=1 b=2.5 c=true",
                "{\"name\":\"eth0\",\"os\":\"Debian 12\",\"x\":\"\"} | name=eth0 os=\"Debian 12\" x=\"\"",
                "{\"cores\":[1,2],\"swap\":{\"used\":null}} | cores=[1 2] swap={used=null}",
                "{\"cmd\":\"\\u001b[2J\"} | cmd=\"\\u001b[2J\"",
                "{\"huge\":123456789012345678901234567890} | {\"huge\":123456789012345678901234567890}"
            })
    void saysTheSameInFewerCharacters(String json, String text) {
        assertThat(new CompactText().of(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }
}
