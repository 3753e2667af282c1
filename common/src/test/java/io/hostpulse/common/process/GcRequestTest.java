package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcRequestTest {

    private static final GcReport REPORT =
            new GcReport(9_000_000, 4_000_000, OptionalLong.of(50_000_000), OptionalLong.of(48_000_000), 12_000_000);

    @TempDir
    private Path root;

    private DataDirectory data;
    private int collections;
    private long now = EpochClock.SYSTEM.nanos();

    @BeforeEach
    void create() throws IOException {
        data = new DataDirectory(root.resolve("data"));
        data.create();
    }

    private GcResponder responder() throws IOException {
        return new GcResponder(GcFiles.of(data, "broker"), () -> {
            collections++;
            return REPORT;
        });
    }

    private Stream<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(data.run())) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void isAnsweredOnceAndLeavesNothingBehind() throws IOException {
        GcResponder responder = responder();
        responder.look(now);
        try (GcRequest request = GcRequest.place(data, "broker", now)) {
            assertThat(request.report()).isEmpty();
            responder.look(now + 1);
            responder.look(now + 2);
            assertThat(request.report()).contains(REPORT);
        }
        assertThat(collections).isEqualTo(1);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void isTakenBackWhenNobodyAnswers() throws IOException {
        GcResponder responder = responder();
        try (GcRequest request = GcRequest.place(data, "broker", now)) {
            assertThat(leftovers()).containsExactly("broker.gc-request");
            assertThat(request.report()).isEmpty();
        }
        responder.look(now);
        assertThat(collections).isZero();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void isRefusedWhileSomebodyElseAsks() throws IOException {
        try (GcRequest first = GcRequest.place(data, "broker", now)) {
            assertThatThrownBy(() -> GcRequest.place(data, "broker", now))
                    .isInstanceOf(FileAlreadyExistsException.class);
            assertThat(first.report()).isEmpty();
        }
    }

    @Test
    void replacesTheRequestOfSomeoneWhoWasKilled() throws IOException {
        Path left = Files.writeString(data.run().resolve("broker.gc-request"), "1-1");
        Files.setLastModifiedTime(
                left,
                FileTime.fromMillis(now / 1_000_000 - Duration.ofMinutes(2).toMillis()));
        try (GcRequest request = GcRequest.place(data, "broker", now)) {
            assertThat(Files.readString(left)).isNotEqualTo("1-1");
            assertThat(request.report()).isEmpty();
        }
    }

    @Test
    void doesNotTakeTheReportOfAnotherRequest() throws IOException {
        GcResponder responder = responder();
        GcRequest first = GcRequest.place(data, "broker", now);
        responder.look(now);
        try (GcRequest second = GcRequest.place(data, "broker", now + 5)) {
            assertThat(second.report()).isEmpty();
            assertThat(first.report()).contains(REPORT);
        }
        first.close();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aReportThatNobodyTakesIsRemovedAfterAMinute() throws IOException {
        GcResponder responder = responder();
        GcRequest abandoned = GcRequest.place(data, "broker", now);
        responder.look(now);
        assertThat(abandoned.report()).isPresent();
        responder.look(now + Duration.ofSeconds(61).toNanos());
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aNewProcessDoesNotAnswerWhatWasAskedOfTheOneBefore() throws IOException {
        GcRequest.place(data, "broker", now);
        GcResponder responder = responder();
        responder.look(now);
        assertThat(collections).isZero();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aRequestThatCannotBeReadEndsNoProcess() throws IOException {
        GcResponder responder = responder();
        Files.createDirectory(data.run().resolve("broker.gc-report"));
        Files.writeString(data.run().resolve("broker.gc-report/in-the-way"), "");
        GcRequest.place(data, "broker", now);
        responder.look(now);
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void aRealCollectionIsMeasured() {
        GcReport report = new GarbageCollection().get();
        assertThat(report.heapBefore()).isPositive();
        assertThat(report.heapAfter()).isPositive();
        assertThat(report.nanos()).isPositive();
        assertThat(report.freed()).isNotNegative();
    }

    @Test
    void freesNothingRatherThanLessThanNothing() {
        assertThat(new GcReport(1, 2, OptionalLong.empty(), OptionalLong.empty(), 1).freed())
                .isZero();
    }
}
