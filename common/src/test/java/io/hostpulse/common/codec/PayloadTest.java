package io.hostpulse.common.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadTest {

    private final PayloadWriter writer = new PayloadWriter();
    private final PayloadReader reader = new PayloadReader();

    @Test
    void keepsTheOrderAndTheTypesOfFields() {
        Fields fields = Fields.builder()
                .put("total", 16_000_000_000L)
                .put("percentage", 12.5)
                .put("name", "a \"b\"\n\u0007")
                .put("up", true)
                .put("cores", List.of(new Value.Real(1.5), new Value.Real(2.0)))
                .put("swap", Fields.builder().put("total", 0L).build())
                .build();
        String json = write(new Reading.Ok(fields));
        assertThat(json)
                .isEqualTo("{\"total\":16000000000,\"percentage\":12.5,\"name\":\"a \\\"b\\\"\\n\\u0007\",\"up\":true,"
                        + "\"cores\":[1.5,2.0],\"swap\":{\"total\":0}}");
        assertThat(reader.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(fields);
    }

    @Test
    void writesAMissingValueAsNullAndItsReasonByPath() {
        Fields fields = Fields.builder()
                .missing("frequency_max", "no cpufreq")
                .put(
                        "mounts",
                        List.of(Fields.builder().missing("total", "no answer").build()))
                .build();
        assertThat(write(new Reading.Ok(fields)))
                .isEqualTo("{\"frequency_max\":null,\"mounts\":[{\"total\":null}],"
                        + "\"missing\":{\"frequency_max\":\"no cpufreq\",\"mounts[0].total\":\"no answer\"}}");
    }

    @Test
    void writesWhyThereIsNoData() {
        assertThat(write(new Reading.Failed("read took 2 s")))
                .isEqualTo("{\"state\":\"failed\",\"reason\":\"read took 2 s\"}");
        assertThat(write(new Reading.Unavailable("asleep"))).startsWith("{\"state\":\"unavailable\"");
    }

    @Test
    void writesLargeNumbersWithoutExponents() {
        Fields fields = Fields.builder()
                .put("rate", 15_383_184.21)
                .put("small", 0.000_25)
                .put("negative", -12_000_000.5)
                .put("huge", 1e30)
                .build();
        assertThat(write(new Reading.Ok(fields)))
                .isEqualTo("{\"rate\":15383184.21,\"small\":0.00025,\"negative\":-12000000.5,\"huge\":1.0E30}");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> reader.read("[1]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RecordFormatException.class);
        assertThatThrownBy(() -> reader.read("{\"a\":".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RecordFormatException.class);
        assertThatThrownBy(() -> reader.read("{\"a\":".repeat(100).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RecordFormatException.class);
    }

    private String write(Reading reading) {
        return StandardCharsets.UTF_8.decode(writer.write(reading)).toString();
    }
}
