package io.hostpulse.broker.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFormTest {

    private static final long NOON = Rfc3339.parse("2026-01-03T12:00:00Z");

    @Test
    void leavesOutWhatIsNull() {
        Fields arguments = OrderForm.ACKNOWLEDGE.arguments(json("{\"alert\":\"a1\",\"text\":null}"), NOON);
        assertThat(arguments.values()).containsOnlyKeys("alert");
    }

    @Test
    void takesWholeAndOtherNumbersAndWhatIsConfigured() {
        for (String number : new String[] {"85", "85.5", "\"configured\""}) {
            OrderForm.SET_THRESHOLD.arguments(
                    json("{\"rule\":\"memory\",\"levels\":{\"WARNING\":" + number + "}}"), NOON);
        }
    }

    @Test
    void turnsADurationIntoAnEnd() {
        assertThat(silence("{\"duration\":\"90m\"}").get("to")).contains(new Value.Text("2026-01-03T13:30:00.000000Z"));
        assertThat(silence("{\"duration\":\"1d\",\"from\":\"2026-01-03T20:00:00Z\"}")
                        .get("to"))
                .contains(new Value.Text("2026-01-04T20:00:00.000000Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"duration\":\"1h\",\"to\":\"2026-01-03T20:00:00Z\"}",
                "{\"duration\":\"0s\"}",
                "{\"duration\":\"1.5h\"}",
                "{\"duration\":\"9999999d\"}",
                "{\"duration\":\"4000d\"}",
                "{\"duration\":\"1h\",\"from\":\"soon\"}",
                "{\"duration\":\"3650d\",\"from\":\"2262-01-01T00:00:00Z\"}",
                "{\"duration\":3600}",
                "{\"author\":\"somebody else\"}",
            })
    void refusesSilencesThatCannotBeMeantSo(String silence) {
        assertThatThrownBy(() -> silence(silence)).isInstanceOf(InvalidOrderException.class);
    }

    @Test
    void refusesATextThatIsTooLong() {
        String note = "{\"alert\":\"a\",\"text\":\"" + "ä".repeat(2049) + "\"}";
        assertThatThrownBy(() -> OrderForm.NOTE.arguments(json(note), NOON))
                .isInstanceOf(InvalidOrderException.class)
                .hasMessageContaining("longer than 4096 bytes");
    }

    @Test
    void asksBackWhenANameIsMisspelt() {
        assertThatThrownBy(() -> OrderForm.RESOLVE.arguments(json("{\"alret\":\"a\"}"), NOON))
                .hasMessageContaining("did you mean 'alert'?");
    }

    private static Fields silence(String json) {
        return OrderForm.SILENCE.arguments(json(json), NOON);
    }

    private static Fields json(String text) {
        return new PayloadReader().read(text.getBytes(StandardCharsets.UTF_8));
    }
}
