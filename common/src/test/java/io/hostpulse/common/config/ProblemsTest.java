package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemsTest {

    @TempDir
    Path directory;

    @Test
    void reportsEverythingAtOnceInTheOrderOfTheFile() {
        String yaml = "brokr: {}\nbroker:\n  prot: 1\n  interval: 5x\n  port: 70000\n";
        assertThat(sample().file(yaml).flags("broker.host=").problems(ProblemsTest::readBroker))
                .containsExactly(
                        "config.yaml:1: brokr: unknown key; did you mean 'broker'?",
                        "config.yaml:3: broker.prot: unknown key; did you mean 'port'?",
                        "config.yaml:4: broker.interval: '5x' is not a time: write a number with ms, s, m, h or d,"
                                + " for example 500ms",
                        "config.yaml:5: broker.port: '70000' is out of range: it must be from 0 to 65535",
                        "--set broker.host=…: must not be empty");
    }

    @Test
    void listsWhatIsKnownWhenNothingIsNear() {
        assertThat(sample().file("broker: {colour: red}").problems(ProblemsTest::readBroker))
                .containsExactly("config.yaml:1: broker.colour: unknown key; known here: port, interval, host");
    }

    @Test
    void explainsThatAPathIsNoKey() {
        assertThat(sample().file("broker.port: 1").problems(ProblemsTest::readBroker))
                .containsExactly("config.yaml:1: broker.port: unknown key; in a file, write each part of a path below"
                        + " the one before it, indented");
    }

    @Test
    void namesTheFlag() {
        assertThat(sample().flags("broker.port=hunter").problems(ProblemsTest::readBroker))
                .containsExactly("--set broker.port=…: 'hunter' is not a whole number, such as 0");
    }

    @Test
    void namesTheVariable() {
        assertThat(sample().variable("HOSTPULSE_BROKER_PORT", "").problems(ProblemsTest::readBroker))
                .containsExactly("HOSTPULSE_BROKER_PORT: '' is not a whole number, such as 0");
    }

    @Test
    void findsAFlagThatNobodyAskedFor() {
        assertThat(sample().flags("borker.port=1", "broker.prot=1", "broker.port.x=1", "broker=1")
                        .problems(ProblemsTest::readBroker))
                .containsExactly(
                        "--set broker=…: is a section: set one of its keys",
                        "--set borker.port=…: unknown key 'borker'; did you mean 'broker'?",
                        "--set broker.prot=…: unknown key 'prot'; did you mean 'port'?",
                        "--set broker.port.x=…: unknown key 'x'");
    }

    @Test
    void refusesAFlagThatIsNoAssignment() {
        assertThat(sample().flags("broker.port", "=1", "a..b=1").problems(ProblemsTest::readBroker))
                .containsExactly(
                        "--set 'broker.port': write key.path=value, for example broker.port=9000",
                        "--set '': write key.path=value, for example broker.port=9000",
                        "--set 'a..b': write key.path=value, for example broker.port=9000");
    }

    @Test
    void findsAVariableThatNobodyAskedFor() {
        assertThat(sample().variable("HOSTPULSE_BROKER_PROT", "1").problems(ProblemsTest::readBroker))
                .containsExactly("HOSTPULSE_BROKER_PROT: unknown variable; did you mean 'HOSTPULSE_BROKER_PORT'?");
    }

    @Test
    void leavesTheLaunchersVariablesAlone() {
        for (String name : List.of("HOME", "CONFIG", "DATA", "JAVA_OPTS", "JAVA_HOME")) {
            assertThat(sample().variable("HOSTPULSE_" + name, "x").problems(ProblemsTest::readBroker))
                    .isEmpty();
        }
    }

    @Test
    void skipsTheRestOfASectionOfWhichOneKeyWasAsked() {
        Config config =
                sample().file("sources: {disk: {enabled: false, paths: [/]}}\n").load();
        config.skip("sources");
        assertThat(config.root().section("sources").section("disk").flag("enabled", true))
                .isFalse();
        config.finish();
    }

    @Test
    void skipsWhatBelongsToOthersButNotAMisspeltSection() {
        Config config = sample().file("broker: {prot: 1}\nsources: {disk: {x: 1}, memory: {y: 1}}\nlogginng: {}\n")
                .flags("broker.whatever=1")
                .variable("HOSTPULSE_BROKER_WHATEVER", "1")
                .load();
        config.skip("broker");
        config.skip("logging");
        config.skip("sources.memory");
        config.root().section("sources").section("disk").flag("enabled", true);
        assertThatThrownBy(config::finish)
                .isInstanceOf(ConfigException.class)
                .hasMessage("config.yaml:2: sources.disk.x: unknown key; known here: enabled\n"
                        + "config.yaml:3: logginng: unknown key; did you mean 'logging'?");
    }

    @Test
    void takesTheAskersOwnProblems() {
        Consumer<ConfigNode> reading = root -> {
            root.section("a").problem("b", "excludes c");
            root.section("a").problem("d", "is missing");
        };
        assertThat(sample().file("a:\n  b: 1\n").problems(reading))
                .containsExactly("config.yaml:2: a.b: excludes c", "a.d: is missing");
    }

    @Test
    void saysAProblemOnceHoweverOftenItIsMet() {
        assertThat(sample().file("a: x").problems(root -> {
                    root.whole("a", 1, 1, 2);
                    root.whole("a", 1, 1, 2);
                }))
                .hasSize(1);
    }

    @Test
    void cannotBeMadeToSteerATerminal() {
        assertThat(sample().file("\"a\\e[31m\\n\\u202eb\": 1").problems(root -> {}))
                .containsExactly("config.yaml:1: a\\u001b[31m\\n\\u202eb: unknown key");
    }

    @Test
    void cutsLongValues() {
        assertThat(sample().file("a: " + "x".repeat(500)).problems(root -> root.whole("a", 1, 1, 2)))
                .containsExactly("config.yaml:1: a: '" + "x".repeat(60) + "…' is not a whole number, such as 1");
    }

    private Sample sample() {
        return Sample.in(directory);
    }

    private static void readBroker(ConfigNode root) {
        ConfigNode broker = root.section("broker");
        broker.whole("port", 8765, 0, 65535);
        broker.duration("interval", Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofHours(1));
        if (broker.text("host", "127.0.0.1").isEmpty()) {
            broker.problem("host", "must not be empty");
        }
    }
}
