package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.plugin.Plugins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationsSectionTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** A key that is commented out, as {@code #   key: value} is below {@code # name:}. */
    private static final Pattern COMMENTED = Pattern.compile("(?m)^  # (\\w|  )");

    @TempDir
    Path directory;

    @Test
    void nothingIsSentUnlessItIsWritten() {
        assertThat(read("")).isEmpty();
    }

    @Test
    void handlersHaveTheirDefaults() {
        assertThat(settings("notifications:\n  console: {}\n"))
                .isEqualTo(new HandlerSettings(
                        "console",
                        "console",
                        true,
                        AlertLevel.INFO,
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        ZoneId.of("UTC"),
                        true,
                        Duration.ofDays(1)));
    }

    @Test
    void everyCommonKeyIsRead() {
        assertThat(settings("""
                        notifications:
                          on-call:
                            type: console
                            enabled: false
                            min_level: critical
                            components: [memory, "disk*"]
                            labels: { team: infra }
                            days: [mon-fri]
                            hours: [18:00-08:00]
                            zone: Europe/Berlin
                            resolved: false
                            dead_letter_after: 2h
                        """))
                .isEqualTo(new HandlerSettings(
                        "on-call",
                        "console",
                        false,
                        AlertLevel.CRITICAL,
                        List.of("memory", "disk*"),
                        Map.of("team", "infra"),
                        Optional.of(Schedule.parse(List.of("mon-fri"), List.of("18:00-08:00"), "Europe/Berlin")),
                        ZoneId.of("Europe/Berlin"),
                        false,
                        Duration.ofHours(2)));
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        assertThat(problems("""
                        notifications:
                          Bad Name: { type: console }
                          a: { type: slak }
                          b: { type: console, zone: Nowhere/Land, hours: 8-18, min_level: loud, colour: never }
                          c: { type: webhook }
                          d: { type: pagerduty, url: "http://10.0.0.1/" }
                        """))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("Bad Name: not a name for a handler"),
                        line -> assertThat(line)
                                .contains("a.type: there is no type of handler 'slak'; did you mean 'slack'?"),
                        line -> assertThat(line).contains("b.zone: 'Nowhere/Land' is no time zone"),
                        line -> assertThat(line).contains("b.hours: '8-18' is no range of hours"),
                        line -> assertThat(line).contains("b.min_level: 'loud' is not one of info, warning, critical"),
                        line -> assertThat(line).contains("b.colour: unknown key; did you mean 'color'?"),
                        line -> assertThat(line).contains("c.url: is missing"),
                        line -> assertThat(line).contains("d.url: 10.0.0.1 is a private address"),
                        line -> assertThat(line).contains("d.routing_key: is missing"));
    }

    @Test
    void refusesAPatternThatCannotBeUnderstood() {
        assertThat(problems("""
                        notifications:
                          console: { components: ["~(disk"], labels: { team: "~[" } }
                        """))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("notifications.console.components: "),
                        line -> assertThat(line).contains("notifications.console.labels.team: "));
    }

    @Test
    void aHandlerIsUnchangedWhenItsSectionSaysTheSame() {
        String before =
                "notifications:\n  hook: { type: webhook, url: 'https://example.org/a', headers: { X-Key: hush } }\n";
        ConfiguredHandler handler = read(before).get("hook");
        assertThat(handler.isLike(read("# moved\n" + before).get("hook"))).isTrue();
        assertThat(handler.isLike(read(before.replace("hush", "other")).get("hook")))
                .isFalse();
        assertThat(handler.isLike(read(before.replace("org/a", "org/b")).get("hook")))
                .isFalse();
        assertThat(handler.written().toString()).doesNotContain("hush");
    }

    @Test
    void pluginsAddKinds() {
        HandlerTypes types = HandlerTypes.OWN.and(new Plugins<>(List.of(new Discard()), List.of()));
        assertThat(types.named("discard")).isPresent();
        assertThat(types.named("console")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theFileShowsAnExampleOfEachKindThatIsRight(String kind) throws IOException {
        String shipped = Files.readString(ROOT.resolve("config.yaml"));
        String section = shipped.substring(shipped.indexOf("\nnotifications:"));
        int end = section.indexOf("\n\n# ", 1);
        String examples =
                COMMENTED.matcher(end < 0 ? section : section.substring(0, end)).replaceAll("  $1");
        assertThat(examples).containsPattern("(?m)^    type: " + kind + "$");
        assertThat(problems(secretsInline(examples))).isEmpty();
    }

    /** The files that it names do not exist here. */
    private static String secretsInline(String yaml) {
        return yaml.replaceAll("(?m)^( +)(\\w+)_file: /run/secrets/telegram.*$", "$1$2: 123456:abc")
                .replaceAll("(?m)^( +)url_file: .*$", "$1url: https://example.org/hook")
                .replaceAll("(?m)^( +)([\\w-]+)_file: /run/secrets/.*$", "$1$2: secret")
                .replaceAll("(?m)^( +)ca_file: .*$", "");
    }

    static List<String> kinds() {
        return HandlerTypes.OWN.names();
    }

    @Test
    void everyKeyIsInTheFileAndOnThePage() throws IOException {
        String shipped = Files.readString(ROOT.resolve("config.yaml"));
        String page = Files.readString(ROOT.resolve("docs/CONFIG.md"));
        for (String kind : kinds()) {
            assertThat(keys(kind)).allSatisfy(key -> {
                assertThat(shipped).as(kind).containsPattern("[ #]" + key + "(_file)?:");
                assertThat(page).as(kind).contains("`notifications.NAME." + key + "`");
            });
        }
    }

    /** Without the names that users choose. */
    private List<String> keys(String kind) {
        Config config = load("notifications:\n  it: { type: " + kind + " }\n");
        NotificationsSection.handlers(config.root().section("notifications"), HandlerTypes.OWN);
        return config.asked().stream()
                .map(path -> path.replaceFirst("notifications\\.it\\.", ""))
                .filter(key -> !key.endsWith("_file") || key.equals("ca_file"))
                .distinct()
                .toList();
    }

    @Test
    void theFileItselfSendsNothing() throws IOException {
        String shipped = Files.readString(ROOT.resolve("config.yaml"));
        assertThat(shipped).contains("\nnotifications:\n");
        Config config = load(shipped.substring(shipped.indexOf("\nnotifications:")));
        assertThat(NotificationsSection.handlers(config.root().section("notifications"), HandlerTypes.OWN))
                .isEmpty();
    }

    private HandlerSettings settings(String yaml) {
        return read(yaml).values().iterator().next().settings();
    }

    private Map<String, ConfiguredHandler> read(String yaml) {
        Config config = load(yaml);
        ConfigNode node = config.root().section("notifications");
        Map<String, ConfiguredHandler> handlers = NotificationsSection.handlers(node, HandlerTypes.OWN);
        config.finish();
        return handlers;
    }

    private List<String> problems(String yaml) {
        try {
            read(yaml);
            return List.of();
        } catch (ConfigException e) {
            return e.getMessage().lines().collect(Collectors.toList());
        }
    }

    private Config load(String yaml) {
        try {
            Path file = Files.writeString(directory.resolve("config.yaml"), yaml);
            return Config.load(new ConfigSources(Optional.of(file), List.of(), Map.of(), directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a plugin would bring it. */
    private static final class Discard implements HandlerType {

        @Override
        public String name() {
            return "discard";
        }

        @Override
        public Opener configure(ConfigNode options) {
            return surroundings -> notification -> new Outcome.Delivered("discarded");
        }
    }
}
