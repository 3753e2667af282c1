package io.hostpulse.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house as docs/ARCHITECTURE.md draws it. */
class ArchitectureTest {

    private static final JavaClasses HOSTPULSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/tests/testkit/"))
            .importPackages("io.hostpulse");

    /** Each library and the one place that may know it. */
    @TestFactory
    Stream<DynamicTest> eachLibraryHasOneHome() {
        return Stream.of(
                        new Home("io.hostpulse.common.queue..", List.of("net.openhft..")),
                        new Home("io.hostpulse.common.config..", List.of("org.yaml..")),
                        new Home("io.hostpulse.common.export..", List.of("io.airlift..")),
                        new Home("io.hostpulse.common.process..", List.of("ch.qos.logback..")),
                        new Home("io.hostpulse.collector..", List.of("oshi..", "com.sun.jna..")),
                        new Home(
                                "io.hostpulse.alerter.notify.email..",
                                List.of("jakarta.mail..", "jakarta.activation..", "org.eclipse.angus..")),
                        new Home("io.hostpulse.history..", List.of("org.sqlite..")),
                        new Home("io.hostpulse.exporter.sink.sql..", List.of("org.postgresql..", "org.mariadb..")),
                        new Home("io.hostpulse.prometheus..", List.of("io.prometheus..")),
                        new Home("io.hostpulse.broker..", List.of("io.netty..")),
                        new Home(
                                "io.hostpulse.examples.servlet..", List.of("org.eclipse.jetty..", "jakarta.servlet..")),
                        new Home("io.hostpulse.console..", List.of("picocli..")))
                .map(home -> DynamicTest.dynamicTest(
                        home.toString(), () -> home.rule().check(HOSTPULSE)));
    }

    private record Home(String home, List<String> library) {

        ArchRule rule() {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(home)
                    .should()
                    .dependOnClassesThat(are(resideInAnyPackage(library.toArray(String[]::new))));
        }

        @Override
        public String toString() {
            return String.join(" and ", library) + " only in " + home;
        }
    }

    /** Twice, because a client must not bring all that common needs. */
    @Test
    void onlyTheCodecAndTheClientKnowJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.hostpulse.common.codec..", "io.hostpulse.client.json..")
                .should()
                .dependOnClassesThat(are(resideInAnyPackage("com.fasterxml..")))
                .check(HOSTPULSE);
    }

    /** So it fits into any program. */
    @Test
    void theClientNeedsTheJdkAndJacksonOnly() {
        classes()
                .that()
                .resideInAPackage("io.hostpulse.client..")
                .should()
                .onlyDependOnClassesThat(are(resideInAnyPackage(
                        "io.hostpulse.client..", "com.fasterxml.jackson.core..", "java..", "javax.net.ssl..")))
                .check(HOSTPULSE);
    }

    @Test
    void onlyTheHistoryAndTheSqlSinksKnowJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.hostpulse.history..", "io.hostpulse.exporter.sink.sql..")
                .should()
                .dependOnClassesThat(are(resideInAnyPackage("java.sql..", "javax.sql..")))
                .check(HOSTPULSE);
    }

    /** Else every driver on the class path would be loaded. */
    @Test
    void nobodyAsksForAllDrivers() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DriverManager.class)
                .check(HOSTPULSE);
    }

    /** Dependencies point one way: from the processes to what they share, and inside that from the queue to the model. */
    @TestFactory
    Stream<DynamicTest> dependenciesPointOneWay() {
        return Stream.of(
                        new Direction(
                                "common.model",
                                List.of(
                                        "common.codec",
                                        "common.queue",
                                        "common.lock",
                                        "common.config",
                                        "common.process")),
                        new Direction(
                                "common.lock",
                                List.of(
                                        "common.model",
                                        "common.codec",
                                        "common.queue",
                                        "common.config",
                                        "common.process")),
                        new Direction(
                                "common.codec",
                                List.of("common.queue", "common.lock", "common.config", "common.process")),
                        new Direction("common.queue", List.of("common.config", "common.process", "common.status")),
                        new Direction("common.config", List.of("common.codec", "common.queue", "common.process")),
                        new Direction(
                                "common.probe",
                                List.of("common.codec", "common.queue", "common.lock", "common.process")),
                        new Direction("common.process", List.of("common.queue", "common.probe", "common.status")),
                        new Direction("common.alert", List.of("common.queue", "common.config", "common.process")),
                        new Direction(
                                "common.control",
                                List.of(
                                        "common.lock",
                                        "common.config",
                                        "common.net",
                                        "common.program",
                                        "common.status")),
                        new Direction("common.alert", List.of("common.control")),
                        new Direction("common.queue", List.of("common.control", "common.alert")),
                        new Direction("common.process", List.of("common.control", "common.alert")),
                        new Direction(
                                "common.auth",
                                List.of(
                                        "common.queue",
                                        "common.alert",
                                        "common.control",
                                        "common.net",
                                        "common.program")),
                        new Direction("broker.auth", List.of("broker.rest", "broker.ws", "broker.control")),
                        new Direction("common.net", List.of("common.queue", "common.codec", "common.alert")),
                        new Direction("common.program", List.of("common.queue", "common.codec", "common.alert")),
                        new Direction(
                                "common.plugin",
                                List.of("common.queue", "common.codec", "common.process", "common.alert")),
                        new Direction("common.violation", List.of("common.config", "common.process", "common.status")),
                        new Direction("common.export", List.of("common.queue", "common.config", "common.status")),
                        new Direction(
                                "common", List.of("collector", "alerter", "exporter", "history", "broker", "console")),
                        new Direction("collector", List.of("alerter", "exporter", "history", "broker", "console")),
                        new Direction("alerter", List.of("collector", "exporter", "history", "broker", "console")),
                        new Direction(
                                "history",
                                List.of("collector", "alerter", "exporter", "broker", "console", "common.queue")),
                        new Direction(
                                "prometheus",
                                List.of("collector", "alerter", "exporter", "history", "broker", "console")),
                        new Direction("common", List.of("prometheus")),
                        new Direction("client.json", List.of("client.message")),
                        new Direction(
                                "prometheus.table",
                                List.of("prometheus.read", "common.queue", "common.config", "common.control")),
                        new Direction("alerter.rule", List.of("alerter.notify", "common.queue", "common.process")),
                        new Direction("alerter.notify", List.of("alerter.rule", "alerter.route", "common.queue")),
                        new Direction(
                                "alerter.schedule",
                                List.of("alerter.rule", "alerter.silence", "alerter.route", "alerter.notify")),
                        new Direction(
                                "alerter.silence",
                                List.of("alerter.rule", "alerter.route", "alerter.notify", "common.queue")),
                        new Direction("alerter.route", List.of("alerter.rule", "common.queue", "common.process")),
                        new Direction("alerter.rule", List.of("alerter.control", "alerter.journal")),
                        new Direction("alerter.route", List.of("alerter.control", "alerter.journal")),
                        new Direction("alerter.journal", List.of("alerter.control", "alerter.rule")),
                        new Direction("exporter", List.of("collector", "alerter", "broker", "console")),
                        new Direction("exporter.sink", List.of("exporter.host")),
                        new Direction("broker", List.of("collector", "alerter", "exporter", "console")),
                        new Direction(
                                "examples", List.of("common", "broker", "collector", "alerter", "exporter", "history")),
                        new Direction("console", List.of("collector", "alerter", "exporter", "broker")))
                .map(direction -> DynamicTest.dynamicTest(
                        direction.toString(), () -> direction.rule().check(HOSTPULSE)));
    }

    private record Direction(String from, List<String> never) {

        ArchRule rule() {
            String[] packages =
                    never.stream().map(name -> "io.hostpulse." + name + "..").toArray(String[]::new);
            return noClasses()
                    .that()
                    .resideInAPackage("io.hostpulse." + from + "..")
                    .should()
                    .dependOnClassesThat(are(resideInAnyPackage(packages)));
        }

        @Override
        public String toString() {
            return from + " knows nothing of " + String.join(", ", never);
        }
    }

    /** The history's codecs are pure: what they make of bytes does not depend on where those lie. */
    @Test
    void blocksKnowNoDatabaseAndNoFile() {
        noClasses()
                .that()
                .resideInAPackage("io.hostpulse.history.block..")
                .should()
                .dependOnClassesThat(are(resideInAnyPackage(
                        "io.hostpulse.common..", "java.sql..", "org.sqlite..", "java.io..", "java.nio..")))
                .check(HOSTPULSE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.hostpulse.(*).(**)").should().beFreeOfCycles().check(HOSTPULSE);
    }

    /** So they are tested without sockets, and serve the WebSocket as well. */
    @Test
    void endpointsKnowNothingOfConnections() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.hostpulse.broker.auth",
                        "io.hostpulse.broker.rest",
                        "io.hostpulse.broker.rest.endpoint",
                        "io.hostpulse.broker.control")
                .should()
                .dependOnClassesThat(are(resideInAnyPackage("io.netty..", "io.hostpulse.broker.ws..")))
                .check(HOSTPULSE);
    }

    @Test
    void onlyMainsEndTheProcess() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(HOSTPULSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.hostpulse.common.process..")
                .should()
                .callMethod(Runtime.class, "halt", int.class)
                .check(HOSTPULSE);
    }

    /** Whoever needs the time gets a clock, and whoever waits waits for something: so tests can step everything. */
    @Test
    void onlyProcessReadsTheClockOrSleeps() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.hostpulse.common.process..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(HOSTPULSE);
    }
}
