package io.hostpulse.common.violation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ViolationExportTest {

    private static final long AT = Rfc3339.parse("2025-01-03T10:15:30.5Z");

    private static Alert alert(String rule, String message, OptionalDouble value, OptionalLong resolved) {
        return new Alert(
                "id-1",
                new AlertKey(rule, ""),
                "memory",
                "percentage",
                AlertLevel.WARNING,
                resolved.isPresent() ? AlertState.RESOLVED : AlertState.FIRING,
                new Measured(value, OptionalDouble.of(80), value),
                message,
                AT,
                AT,
                resolved,
                false,
                Optional.empty(),
                List.of(),
                Map.of());
    }

    private static ViolationReport report(String rule, String message) {
        Fields metrics = Fields.builder().put("percentage", 85).build();
        return new ViolationReport(alert(rule, message, OptionalDouble.of(85), OptionalLong.empty()), metrics, metrics);
    }

    private static Fields read(String json) {
        return new PayloadReader().read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isAnObjectForOneAndAListForSeveral() {
        assertThat(new ViolationExport(report("a", "m")).json())
                .startsWith("{\n")
                .endsWith("}\n");
        assertThat(new ViolationExport(List.of(report("a", "m"), report("b", "m"))).json())
                .startsWith("[\n  {")
                .endsWith("}\n]\n");
    }

    @Test
    void isATableOfOneRowEach() {
        assertThat(new ViolationExport(List.of(report("a", "=m"), report("b", "two\nlines"))).csv())
                .startsWith("timestamp,data_source,metric_name,value,threshold_violated,threshold_value,level,message,"
                        + "metadata\r\n2025-01-03T10:15:30.500000Z,memory,percentage,85.0,true,80.0,WARNING,'=m,")
                .contains("\"two\nlines\"");
    }

    @Test
    void saysWhyThereIsNoValue() {
        Alert alert = alert("a", "m", OptionalDouble.empty(), OptionalLong.empty());
        Fields fields = read(new ViolationExport(ViolationReport.without(alert, "not kept")).json());
        assertThat(fields.get("value")).containsInstanceOf(Value.Missing.class);
        assertThat(((Fields) fields.get("missing").orElseThrow()).values())
                .containsEntry("value", new Value.Text("there is none"))
                .containsEntry("metadata.all_metrics", new Value.Text("not kept"));
    }

    @Test
    void saysThatItIsOver() {
        Alert over = alert("a", "m", OptionalDouble.of(70), OptionalLong.of(AT));
        assertThat(read(new ViolationExport(ViolationReport.without(over, "not kept")).json())
                        .get("threshold_violated"))
                .contains(new Value.Flag(false));
    }

    @Test
    void staysReadableWhateverTheMachineSays() {
        String hostile = "half \ud83d of \"it\"\r\n\u0000\u202e";
        Fields fields = read(new ViolationExport(report(hostile, hostile)).json());
        assertThat(((Fields) fields.get("metadata").orElseThrow()).get("message"))
                .contains(new Value.Text("half ? of \"it\"\r\n\u0000\u202e"));
    }

    @Test
    void namesItsFileByTimeAndRule() {
        assertThat(new ViolationExport(report("a/../b c", "m")).fileName("17"))
                .isEqualTo("violation_20250103T101530.500000Z_a____b_c_17");
        assertThat(new ViolationExport(report("x".repeat(5000), "m")).fileName("17"))
                .hasSizeLessThan(200);
    }
}
