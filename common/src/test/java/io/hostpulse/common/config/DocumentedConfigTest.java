package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The file that is shipped documents every key and changes nothing. */
class DocumentedConfigTest {

    // The collector owns them; here they show that the common part of its sections is right.
    private static final Map<String, Duration> INTERVALS = Map.of(
            "processor", Duration.ofMillis(500),
            "memory", Duration.ofMillis(500),
            "disk", Duration.ofSeconds(5),
            "gpu", Duration.ofSeconds(2),
            "network", Duration.ofMillis(500),
            "system", Duration.ofSeconds(5),
            "process", Duration.ofSeconds(5),
            "sensors", Duration.ofSeconds(5),
            "pipeline", Duration.ofSeconds(5));

    private static final List<String> DISK = List.of("paths", "exclude_types", "exclude_mounts", "primary");
    private static final List<String> GPU = List.of("backends", "cards", "processes", "pcie", "library");
    private static final List<String> NETWORK =
            List.of("exclude_interfaces", "connections_interval", "connections_limit");
    private static final List<String> PIPELINE = List.of("trend_window");
    private static final List<String> SENSORS = List.of("exclude");

    private static final List<String> PROCESS =
            List.of("top", "include", "exclude", "users", "watch", "command_lines", "masks");

    private final Config file = Documented.file();
    private final Config defaults = Documented.defaults();

    @Test
    void dataHasItsDefaults() {
        assertThat(DataSettings.read(file.root().section("data")).directory())
                .isEqualTo(Documented.ROOT.resolve("data"));
    }

    @Test
    void queuesHaveTheirDefaults() {
        assertThat(QueueSettings.read(file.root().section("queues")))
                .isEqualTo(QueueSettings.read(defaults.root().section("queues")))
                .isEqualTo(QueueSettings.DEFAULTS);
    }

    @Test
    void loggingHasItsDefaults() {
        assertThat(LoggingSettings.read(file.root().section("logging")))
                .isEqualTo(LoggingSettings.read(defaults.root().section("logging")));
    }

    @Test
    void everySourceHasItsDefaults() {
        assertThat(sources(file)).isEqualTo(sources(defaults)).hasSize(INTERVALS.size());
    }

    @Test
    void nothingInItIsUnknown() {
        readAll(file);
        assertThatNoException().isThrownBy(file::finish);
    }

    @Test
    void everyKeyIsInTheFile() {
        readAll(file);
        assertThat(file.asked()).allSatisfy(path -> assertThat(Documented.text("config.yaml"))
                .containsPattern("(?m)^ +(# +)?" + key(path) + "[: ]"));
    }

    @Test
    void everyKeyIsOnThePage() {
        readAll(file);
        assertThat(file.asked().stream().map(DocumentedConfigTest::generic).distinct())
                .allSatisfy(
                        path -> assertThat(Documented.text("docs/CONFIG.md")).contains("`" + path + "`"));
    }

    private static void readAll(Config config) {
        DataSettings.read(config.root().section("data"));
        QueueSettings.read(config.root().section("queues"));
        LoggingSettings.read(config.root().section("logging"));
        CollectorLayout.read(config.root());
        sources(config);
        INTERVALS.keySet().forEach(name -> QueueSettings.DEFAULTS.of(source(config, name)));
        options(config, "disk", DISK);
        options(config, "gpu", GPU);
        options(config, "network", NETWORK);
        options(config, "process", PROCESS);
        options(config, "pipeline", PIPELINE);
        options(config, "sensors", SENSORS);
        config.skip("alerts");
        config.skip("broker");
        config.skip("plugins");
        config.skip("notifications");
        config.skip("exporter");
        config.skip("history");
    }

    private static void options(Config config, String source, List<String> keys) {
        ConfigNode node = source(config, source);
        keys.forEach(key -> node.texts(key, List.of()));
    }

    private static ConfigNode source(Config config, String name) {
        return config.root().section("sources").section(name);
    }

    // Without their nodes, which are of one configuration each.
    private static List<List<Object>> sources(Config config) {
        ConfigNode sources = config.root().section("sources");
        Stream<SourceSettings> all = SourceSettings.names(sources).stream()
                .map(name -> SourceSettings.read(name, sources.section(name), INTERVALS.get(name)));
        return all.map(one -> List.<Object>of(one.stream(), one.type(), one.enabled(), one.interval(), one.deadline()))
                .toList();
    }

    private static String key(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    // What all sources share is described once, for any name.
    private static String generic(String path) {
        return path.replaceAll(
                "^sources\\.\\w+\\.(type|enabled|interval|deadline|max_age|max_size)$", "sources.NAME.$1");
    }
}
