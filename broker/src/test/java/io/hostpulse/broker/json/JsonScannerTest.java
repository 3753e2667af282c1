package io.hostpulse.broker.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

    @Test
    void givesBackEveryByteOfAValue() {
        String json =
                "{\"a\":1.50,\"b\":-0.0,\"c\":\"x\\\\\\\"é\\u00e9 },]\",\"d\":[1,[],{}],\"e\":{\"f\":null,\"g\":true}}";
        assertThat(text(json)).isEqualTo(json);
    }

    @Test
    void leavesOutSpace() {
        assertThat(text(" { \"a\" : [ 1 , 2 ] , \"b\" : { } } ")).isEqualTo("{\"a\":[1,2],\"b\":{}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":\"x}", "{\"a\":1 \"b\":2}", "{a:1}"})
    void refusesWhatIsNoObject(String json) {
        assertThatThrownBy(() -> text(json)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(String json) {
        ByteBuf out = Unpooled.buffer();
        JsonScanner.scan(json.getBytes(StandardCharsets.UTF_8)).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
