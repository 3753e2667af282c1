package io.hostpulse.broker.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldFilterTest {

    private static final String DISK =
            "{\"total\":9,\"used\":4,\"mounts\":[{\"path\":\"/\",\"free\":5,\"inodes\":{\"used\":1}},"
                    + "{\"path\":\"/home\",\"free\":null}],\"swap\":null,"
                    + "\"missing\":{\"mounts[1].free\":\"not told\",\"swap.used\":\"no swap\"}}";

    @Test
    void takesWhatPathsLeadTo() {
        assertThat(filtered("total")).isEqualTo("{\"total\":9}");
        assertThat(filtered("us*", "total")).isEqualTo("{\"total\":9,\"used\":4}");
        assertThat(filtered("nothing")).isEqualTo("{}");
    }

    @Test
    void takesFieldsOfEveryElementInItsPlace() {
        assertThat(filtered("mounts[*].path")).isEqualTo("{\"mounts\":[{\"path\":\"/\"},{\"path\":\"/home\"}]}");
        assertThat(filtered("mounts[*].inodes.used")).isEqualTo("{\"mounts\":[{\"inodes\":{\"used\":1}},{}]}");
    }

    @Test
    void bringsTheReasonsForWhatIsMissing() {
        assertThat(filtered("mounts[*].free"))
                .isEqualTo("{\"mounts\":[{\"free\":5},{\"free\":null}],\"missing\":{\"mounts[1].free\":\"not told\"}}");
        assertThat(filtered("swap.used")).isEqualTo("{\"swap\":null,\"missing\":{\"swap.used\":\"no swap\"}}");
    }

    @Test
    void takesWhatLiesBehindTheEndOfAPath() {
        assertThat(filtered("mounts"))
                .contains("\"inodes\":{\"used\":1}", "not told")
                .doesNotContain("no swap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a[0]", "a[*", "[*]", "a.", "a\"b", "a.b[*]c"})
    void refusesWhatIsNoPath(String path) {
        assertThatThrownBy(() -> FieldPath.parse(path)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String filtered(String... paths) {
        FieldFilter filter =
                new FieldFilter(Stream.of(paths).map(FieldPath::parse).toList());
        ByteBuf out = Unpooled.buffer();
        filter.apply(JsonScanner.scan(DISK.getBytes(StandardCharsets.UTF_8))).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
