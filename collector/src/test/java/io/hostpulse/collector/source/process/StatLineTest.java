package io.hostpulse.collector.source.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Fields;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatLineTest {

    /** From Linux 6.18; the name was written to /proc/PID/comm and holds a line end, a parenthesis and a byte 0xff. */
    private static final String CAPTURED =
            "14566 (a\nb)\\(c\u00ff) S 14524 14511 9703 0 -1 4194304 65 0 0 0 12 3 0 0 20 0 1 0"
                    + " 144212 2654208 403 18446744073709551615 94887076827136 94887076903865 140727786137920 0 0 0 0 0 65538 1 0 0 17"
                    + " 0 0 0 0 0 0 94887076933168 94887076938304 94887872110592 140727786146043 140727786146096 140727786146096"
                    + " 140727786147820 0\n";

    private final StatLine stat = new StatLine(ProcTree.UNITS);

    @TempDir
    private Path folder;

    private ProcTree tree;

    @BeforeEach
    void make() throws Exception {
        tree = new ProcTree(folder);
    }

    @Test
    void readsACapturedLine() throws Exception {
        byte[] bytes = CAPTURED.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(stat.parse(bytes, bytes.length, 7))
                .isEqualTo(new ProcessStat(
                        14566,
                        14524,
                        "a\nb)\\(c\ufffd",
                        ProcessState.SLEEPING,
                        false,
                        1,
                        150_000_000L,
                        403 * 4096L,
                        1_442_120_000_000L,
                        7));
    }

    static Stream<Long> seeds() {
        return Stream.of(1L, 20261121L, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsAnyNameAndWritesItAsValidJson(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] name = name(random);
            byte[] line = tree.process(4711).named(name).parent(42).threads(3).bytes();
            ProcessStat read = stat.parse(line, line.length, 0);

            assertThat(read.name()).isEqualTo(new String(name, StandardCharsets.UTF_8));
            assertThat(read.pid()).isEqualTo(4711);
            assertThat(read.parentPid()).isEqualTo(42);
            assertThat(read.threads()).isEqualTo(3);
            Fields fields = Fields.builder().put("name", read.name()).build();
            byte[] json = new byte[new PayloadWriter().write(fields).remaining()];
            new PayloadWriter().write(fields).get(json);
            assertThat(new PayloadReader().read(json)).isEqualTo(fields);
        }
    }

    /** Anything but 0, as the kernel takes it; often what could be taken for the end of the name. */
    private static byte[] name(Random random) {
        byte[] likely = ") (\n\\\" S1".getBytes(StandardCharsets.US_ASCII);
        byte[] name = new byte[random.nextInt(64)];
        for (int i = 0; i < name.length; i++) {
            name[i] = random.nextBoolean() ? likely[random.nextInt(likely.length)] : (byte) (1 + random.nextInt(255));
        }
        return name;
    }

    @Test
    void refusesALineThatIsCutOffAnywhereBeforeItsLastNumber() throws Exception {
        byte[] line = tree.process(4711).named("a b").bytes();
        int enough = new String(line, StandardCharsets.US_ASCII).indexOf(" 18446744073709551615") + 1;
        for (int length = 1; length < enough; length++) {
            byte[] cut = Arrays.copyOf(line, length);
            assertThatThrownBy(() -> stat.parse(cut, cut.length, 0)).isInstanceOf(MalformedTextException.class);
        }
        stat.parse(line, enough, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1 a", "1 (a) ", "1 (a) S -1 ", "1 (a", "1 a) S 1 "})
    void refusesWhatIsNoSuchLine(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> stat.parse(bytes, bytes.length, 0)).isInstanceOf(MalformedTextException.class);
    }

    @Test
    void knowsEveryStateOfTheKernel() {
        String letters = "RSDTtZIXxPW";
        assertThat(letters.chars()
                        .mapToObj(letter -> ProcessState.of((byte) letter).label()))
                .containsExactly(
                        "running",
                        "sleeping",
                        "disk_sleep",
                        "stopped",
                        "tracing_stop",
                        "zombie",
                        "idle",
                        "dead",
                        "dead",
                        "parked",
                        "other");
    }
}
