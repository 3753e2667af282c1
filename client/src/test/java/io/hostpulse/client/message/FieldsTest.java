package io.hostpulse.client.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.client.json.JsonReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private final Fields fields = Fields.of(new JsonReader().read("""
            {"size": 100, "share": 12.5, "name": "sda", "up": true, "when": "2026-01-03T10:15:30Z", "zero": 0,
             "gone": null, "inner": {"here": 1, "gone": null, "deep": null},
             "list": [{"a": 1, "b": null}, {"a": 2, "b": 3}], "numbers": [1, 2.5, null],
             "missing": {"gone": "asleep", "inner.gone": "no swap is configured", "inner.deep": "not on this kernel",
                         "list[0].b": "just appeared", "numbers[2]": "offline"}}"""));

    @Test
    void findsValuesOfEveryKind() {
        assertThat(fields.whole("size").orElseThrow()).isEqualTo(100);
        assertThat(fields.number("size").orElseThrow()).isEqualTo(100.0);
        assertThat(fields.number("share").orElseThrow()).isEqualTo(12.5);
        assertThat(fields.text("name").orElseThrow()).isEqualTo("sda");
        assertThat(fields.flag("up").orElseThrow()).isTrue();
        assertThat(fields.time("when").orElseThrow()).isEqualTo(Instant.parse("2026-01-03T10:15:30Z"));
        assertThat(fields.whole("inner.here").orElseThrow()).isEqualTo(1);
        assertThat(fields.whole("list[1].b").orElseThrow()).isEqualTo(3);
    }

    @Test
    void tellsWhatIsNullFromWhatIsZero() {
        assertThat(fields.whole("zero")).isEqualTo(new Measured.Known<>(0L));
        assertThat(fields.whole("gone")).isEqualTo(new Measured.Missing<>("asleep"));
    }

    @Test
    void givesTheReasonOfEachMissingValue() {
        assertThat(fields.number("inner.gone").whyMissing()).contains("no swap is configured");
        assertThat(fields.object("inner").orElseThrow().number("gone").whyMissing())
                .contains("no swap is configured");
        assertThat(fields.number("list[0].b").whyMissing()).contains("just appeared");
        assertThat(fields.objects("list", one -> one.number("b").whyMissing().orElse("known"))
                        .orElseThrow())
                .containsExactly("just appeared", "known");
        assertThat(fields.numbers("numbers").orElseThrow())
                .isEqualTo(List.of(
                        new Measured.Known<>(1.0), new Measured.Known<>(2.5), new Measured.Missing<>("offline")));
    }

    @Test
    void whatIsInsideOfSomethingMissingIsMissingForItsReason() {
        assertThat(fields.number("inner.deep.deeper[3].deepest").whyMissing()).contains("not on this kernel");
    }

    @Test
    void saysWhatIsNotThereAndWhatIsOfAnotherKind() {
        assertThat(fields.number("nothing").whyMissing()).contains("there is no field 'nothing'");
        assertThat(fields.number("list[2].a").whyMissing()).contains("there is no field 'list[2].a'");
        assertThat(fields.number("name.length").whyMissing()).contains("there is no field 'name.length'");
        assertThat(fields.object("inner").orElseThrow().text("other").whyMissing())
                .contains("there is no field 'inner.other'");
        assertThat(fields.number("name").whyMissing()).contains("'name' is no number: Text[value=sda]");
        assertThat(fields.time("name").isKnown()).isFalse();
        assertThat(fields.whole("share").isKnown()).isFalse();
    }

    @Test
    void refusesPathsThatAreNone() {
        assertThatThrownBy(() -> fields.at("list[x].a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write name.name or name[0].name");
        assertThatThrownBy(() -> fields.at("list[1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fields.at("list[0]a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void insistingOnAMissingValueFailsWithTheReason() {
        assertThatThrownBy(() -> fields.number("gone").orElseThrow()).hasMessage("asleep");
        assertThat(fields.number("gone").map(value -> value + 1).whyMissing()).contains("asleep");
        assertThat(fields.number("gone").toOptional()).isEmpty();
        assertThat(fields.number("share").whyMissing()).isEmpty();
    }
}
