package io.hostpulse.common.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlerterViewFileTest {

    private static final long NOON = Rfc3339.parse("2025-01-03T12:00:00Z");
    private static final Fields LIMITS =
            Fields.builder().put("WARNING", 80.5).put("CRITICAL", 90.0).build();
    private static final RuleView RULE =
            new RuleView("memory", "memory.percentage", "greater_than", "%", LIMITS, LIMITS, "ok", 1, 2, 3, "");
    private static final Alert PENDING = new Alert(
            new AlertKey("memory", "").id(NOON),
            new AlertKey("memory", ""),
            "memory",
            "percentage",
            AlertLevel.WARNING,
            AlertState.PENDING,
            Measured.of(85, 80),
            "High memory usage\u001b[31m",
            NOON,
            NOON,
            OptionalLong.empty(),
            false,
            Optional.empty(),
            List.of(),
            Map.of());
    private static final SilenceView SILENCE = new SilenceView(
            Fields.builder().put("id", "disk-work").put("author", "ann").build(), "active", false, List.of("aa"));
    private static final HandlerView HANDLER = new HandlerView(
            "mail", "email", true, 1, 2, 3, 4, OptionalLong.of(NOON), "550 no", OptionalLong.of(NOON + 1000));
    private static final DeadLetterView DEAD =
            new DeadLetterView("mail", "k-1", NOON, List.of("aa", "bb"), "High memory", "550 no", 3);
    private static final AlerterView VIEW = new AlerterView(
            NOON,
            123,
            List.of(RULE),
            List.of(PENDING),
            List.of(SILENCE),
            List.of(HANDLER),
            List.of(DEAD),
            new ReloadView(OptionalLong.of(NOON), "line 3: unknown key"),
            new LeftOut(1, 2, 3, 4));

    @TempDir
    Path root;

    private AlerterViewFile file;

    @BeforeEach
    void create() throws IOException {
        DataDirectory data = new DataDirectory(root);
        data.create();
        file = AlerterViewFile.in(data);
    }

    @Test
    void comesBackAsItWasWritten() throws IOException {
        file.write(VIEW);
        assertThat(file.read(NOON)).isEqualTo(new ViewState.Current(VIEW));
    }

    @Test
    void theNewOneTakesThePlaceOfTheOld() throws IOException {
        file.write(VIEW);
        file.write(VIEW.at(NOON + 1000));
        assertThat(file.read(NOON)).isEqualTo(new ViewState.Current(VIEW.at(NOON + 1000)));
        try (var files = Files.list(file.file().getParent())) {
            assertThat(files).containsExactly(file.file());
        }
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        file.write(VIEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void anAlerterThatHasNeverRunHasNone() {
        assertThat(file.read(NOON)).isEqualTo(new ViewState.Absent());
        assertThat(new AlerterViewFile(root.resolve("nowhere/at/all")).read(NOON))
                .isEqualTo(new ViewState.Absent());
    }

    @Test
    void whatWasNotWrittenForHalfAMinuteIsOld() throws IOException {
        file.write(VIEW);
        long limit = NOON + Duration.ofSeconds(30).toNanos();
        assertThat(file.read(limit)).isInstanceOf(ViewState.Current.class);
        assertThat(file.read(limit + 1)).isEqualTo(new ViewState.Old(VIEW));
    }

    @Test
    void whatCannotBeUnderstoodIsSaidToBeSo() throws IOException {
        for (String garbage : List.of("", "null", "[]", "{", "{}", "{\"timestamp\":\"soon\"}", "\u0000\u0001")) {
            Files.writeString(file.file(), garbage);
            assertThat(file.read(NOON)).as(garbage).isInstanceOf(ViewState.Unreadable.class);
        }
        Files.delete(file.file());
        Files.createDirectory(file.file());
        assertThat(file.read(NOON)).isInstanceOf(ViewState.Unreadable.class);
    }

    @Test
    void everyCutAndEveryChangedByteIsReadWithoutAnError() throws IOException {
        file.write(VIEW);
        byte[] whole = Files.readAllBytes(file.file());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] changed = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
            if (changed.length > 0) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Files.write(file.file(), changed);
            assertThat(file.read(NOON)).as("seed %d, round %d", seed, round).isNotNull();
        }
    }

    @Test
    void whatAnotherVersionSaysIsShownAsFarAsItIsUnderstood() throws IOException {
        Files.writeString(file.file(), """
                {"timestamp":"2025-01-03T12:00:00Z","mood":"fine","rules":[{"name":"r","firing":"many"},7],
                 "pending":[{"id":"x"}],"handlers":{"a":1},"dead_letters":[{"alerts":[1,"id"]}]}
                """);
        AlerterView view = ((ViewState.Current) file.read(NOON)).view();
        assertThat(view.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("r");
            assertThat(rule.firing()).isZero();
        });
        assertThat(view.pending()).isEmpty();
        assertThat(view.handlers()).isEmpty();
        assertThat(view.deadLetters().get(0).alerts()).containsExactly("id");
    }

    @Test
    void whatIsTooLongForAReaderIsLeftOutAndCounted() throws IOException {
        SilenceView wordy = new SilenceView(
                Fields.builder().put("id", "s").put("comment", "x".repeat(4096)).build(), "active", false, List.of());
        int many = 3000;
        AlerterView view = new AlerterView(
                NOON,
                1,
                List.of(RULE),
                List.of(),
                Collections.nCopies(many, wordy),
                List.of(HANDLER),
                List.of(),
                new ReloadView(OptionalLong.empty(), ""),
                LeftOut.NOTHING);
        file.write(view);
        AlerterView read = ((ViewState.Current) file.read(NOON)).view();
        assertThat(read.silences().size() + read.leftOut().silences()).isEqualTo(many);
        assertThat(read.silences()).isNotEmpty();
        assertThat(read.rules()).containsExactly(RULE);
    }
}
