package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private enum Transport {
        AUTO,
        EPOLL,
        IO_URING
    }

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "5s, PT5S", "10m, PT10M", "24h, PT24H", "7d, PT168H", "0, PT0S", "5 s, PT5S"})
    void aTimeIsANumberWithAUnit(String text, Duration expected) {
        assertThat(value(text).duration("key", null, Duration.ZERO, Duration.ofDays(10)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5x", "5", "-5s", "1.5s", "5S", "ms", "9999999999999d", "''", "1h30m"})
    void anythingElseIsNoTime(String text) {
        assertThat(problems("key: " + text, node -> time(node, "1ms", "1d")))
                .singleElement()
                .asString()
                .startsWith(
                        "config.yaml:1: key: '" + text.replace("'", "") + "' is not a time: write a number with ms,");
    }

    @Test
    void aTimeOutOfRangeIsToldTheRange() {
        assertThat(problems("key: 10ms", node -> time(node, "100ms", "1d")))
                .containsExactly("config.yaml:1: key: '10ms' is out of range: it must be from 100ms to 1d");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "512B, 512", "64KB, 65536", "16MB, 16777216", "2GB, 2147483648", "1tb, 1099511627776"})
    void aSizeIsANumberWithAUnit(String text, long expected) {
        assertThat(value(text).size("key", -1, 0, Long.MAX_VALUE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5MiB", "-5MB", "MB", "1.5GB"})
    void anythingElseIsNoSize(String text) {
        assertThat(problems("key: " + text, node -> node.size("key", 0, 0, 10)))
                .containsExactly(
                        "config.yaml:1: key: '" + text
                                + "' is not a size: write a number with B, KB, MB, GB or TB, for example 64MB (1 KB is 1024 B)");
    }

    @Test
    void aSizeBeyondAnyNumberIsOutOfRange() {
        assertThat(problems("key: 999999999999999999TB", node -> node.size("key", 0, 0, 1024 * 1024)))
                .containsExactly(
                        "config.yaml:1: key: '999999999999999999TB' is out of range: it must be from 0 to 1MB");
    }

    @Test
    void aWholeNumberOutOfRangeIsToldTheRange() {
        assertThat(problems("key: 70000", node -> node.whole("key", 1, 0, 65535)))
                .containsExactly("config.yaml:1: key: '70000' is out of range: it must be from 0 to 65535");
        assertThat(problems("key: 99999999999999999999", node -> node.whole("key", 1, 0, 5)))
                .containsExactly("config.yaml:1: key: '99999999999999999999' is out of range: it must be from 0 to 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1.5", "0x10", "1_000", "12ms"})
    void anythingElseIsNoWholeNumber(String text) {
        assertThat(problems("key: " + text, node -> node.whole("key", 1, 0, 65535)))
                .containsExactly("config.yaml:1: key: '" + text + "' is not a whole number, such as 0");
    }

    @Test
    void aNumberMayHaveAFraction() {
        assertThat(value("85.5").real("key", 1, 0, 100)).isEqualTo(85.5);
        assertThat(problems("key: 101", node -> node.real("key", 1, 0, 100)))
                .containsExactly("config.yaml:1: key: '101' is out of range: it must be from 0 to 100");
        assertThat(problems("key: .nan", node -> node.real("key", 1, 0, 100)))
                .containsExactly("config.yaml:1: key: '.nan' is not a number, such as 0");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "yes, true", "On, true", "false, false", "no, false", "off, false"})
    void aFlagIsYesOrNo(String text, boolean expected) {
        assertThat(value(text).flag("key", !expected)).isEqualTo(expected);
    }

    @Test
    void aFlagIsNothingElse() {
        assertThat(problems("key: maybe", node -> node.flag("key", true)))
                .containsExactly("config.yaml:1: key: 'maybe' is neither true nor false");
    }

    @Test
    void aChoiceIsOneOfTheWords() {
        assertThat(value("io-uring").choice("key", Transport.AUTO)).isEqualTo(Transport.IO_URING);
        assertThat(value("EPOLL").choice("key", Transport.AUTO)).isEqualTo(Transport.EPOLL);
        assertThat(problems("key: epol", node -> node.choice("key", Transport.AUTO)))
                .containsExactly(
                        "config.yaml:1: key: 'epol' is not one of auto, epoll, io-uring; did you mean 'epoll'?");
    }

    @Test
    void namesOfChoicesMayHaveDots() {
        ConfigNode root = Sample.in(directory)
                .file("levels:\n  io.hostpulse.broker: epoll\n")
                .flags("levels.io.netty=auto")
                .root();
        assertThat(root.choices("levels", Transport.class))
                .isEqualTo(Map.of("io.hostpulse.broker", Transport.EPOLL, "io.netty", Transport.AUTO));
    }

    @Test
    void aSingleTextIsAListOfOne() {
        assertThat(value("/home,/srv").texts("key", List.of())).containsExactly("/home,/srv");
        assertThat(value("[/, /home]").texts("key", List.of())).containsExactly("/", "/home");
        assertThat(value("[]").texts("key", List.of("default"))).isEmpty();
    }

    @Test
    void aBadElementIsReportedWithItsOwnLine() {
        assertThat(problems("key:\n  - good\n  - {bad: 1}\n  -\n", node -> node.texts("key", List.of())))
                .containsExactly(
                        "config.yaml:3: key: must be one value, not a section",
                        "config.yaml:4: key: no value: write one, or remove the key to get the default");
    }

    @Test
    void aPathIsRelativeToTheFileItStandsIn() {
        assertThat(value("../data").path("key", Path.of("x"))).isEqualTo(directory.resolveSibling("data"));
        assertThat(value("/srv/data").path("key", Path.of("x"))).isEqualTo(Path.of("/srv/data"));
        assertThat(Sample.in(directory).root().path("key", Path.of("x"))).isEqualTo(directory.resolve("x"));
    }

    @Test
    void aTildeIsNotExpanded() {
        assertThat(problems("key: ~/data", node -> node.path("key", Path.of("x"))))
                .containsExactly("config.yaml:1: key: '~/data' begins with '~', which only a shell understands:"
                        + " write the whole path or ${HOME}/…");
    }

    @Test
    void sectionsAndValuesAreNotMistakenForEachOther() {
        assertThat(problems("a: {b: 1}\nc: 1\nd: [1]\ne:\n", node -> {
                    node.text("a", "");
                    node.section("c");
                    node.text("d", "");
                    node.text("e", "");
                }))
                .containsExactly(
                        "config.yaml:1: a: must be one value, not a section",
                        "config.yaml:2: c: must be a section: write its keys below it, indented",
                        "config.yaml:3: d: must be one value, not a list",
                        "config.yaml:4: e: no value: write one, or remove the key to get the default");
    }

    private ConfigNode value(String text) {
        return Sample.in(directory).file("key: " + text).root();
    }

    private List<String> problems(String yaml, java.util.function.Consumer<ConfigNode> reading) {
        return Sample.in(directory).file(yaml).problems(reading);
    }

    private static void time(ConfigNode node, String min, String max) {
        node.duration("key", Duration.ofSeconds(1), parse(min), parse(max));
    }

    private static Duration parse(String text) {
        return Times.within(Duration.ZERO, Duration.ofDays(1)).parse(new Given(text, text, Path.of("")));
    }
}
