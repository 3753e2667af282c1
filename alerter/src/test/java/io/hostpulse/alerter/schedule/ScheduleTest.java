package io.hostpulse.alerter.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.codec.Rfc3339;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When ranges of hours begin and end, above all where clocks are changed. */
class ScheduleTest {

    /** The range that is on at, or begins after, a moment; both in UTC. */
    @ParameterizedTest(name = "{0} {1} {2} on {3}: {4} to {5}")
    @CsvSource({
        // Ordinary days, and over midnight.
        "Europe/Paris, , 08:00-18:00, 2026-01-15, 2026-01-15T07:00:00Z, 2026-01-15T17:00:00Z",
        "Europe/Paris, , 22:00-06:00, 2026-01-15, 2026-01-15T21:00:00Z, 2026-01-16T05:00:00Z",
        "UTC, , 00:00-24:00, 2026-01-15, 2026-01-15T00:00:00Z, 2026-01-16T00:00:00Z",
        "UTC, , 18:00-24:00, 2026-01-15, 2026-01-15T18:00:00Z, 2026-01-16T00:00:00Z",
        "UTC, , 09:00-09:00, 2026-01-15, 2026-01-15T09:00:00Z, 2026-01-16T09:00:00Z",
        // Paris, 29 March 2026: 02:00 becomes 03:00 at 01:00 UTC.
        "Europe/Paris, sun, 01:30-03:30, 2026-03-29, 2026-03-29T00:30:00Z, 2026-03-29T01:30:00Z",
        "Europe/Paris, sun, 02:15-04:00, 2026-03-29, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
        "Europe/Paris, sun, 01:00-02:45, 2026-03-29, 2026-03-29T00:00:00Z, 2026-03-29T01:00:00Z",
        "Europe/Paris, sat, 22:00-06:00, 2026-03-28, 2026-03-28T21:00:00Z, 2026-03-29T04:00:00Z",
        // Paris, 25 October 2026: 03:00 becomes 02:00 at 01:00 UTC.
        "Europe/Paris, sun, 01:30-02:30, 2026-10-25, 2026-10-24T23:30:00Z, 2026-10-25T01:30:00Z",
        "Europe/Paris, sun, 02:30-03:30, 2026-10-25, 2026-10-25T00:30:00Z, 2026-10-25T02:30:00Z",
        "Europe/Paris, sun, 02:15-02:45, 2026-10-25, 2026-10-25T00:15:00Z, 2026-10-25T01:45:00Z",
        "Europe/Paris, sat, 22:00-06:00, 2026-10-24, 2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z",
        // New York, 8 March 2026: 02:00 becomes 03:00 at 07:00 UTC; 1 November: 02:00 becomes 01:00 at 06:00 UTC.
        "America/New_York, sun, 01:00-04:00, 2026-03-08, 2026-03-08T06:00:00Z, 2026-03-08T08:00:00Z",
        "America/New_York, sun, 02:30-05:00, 2026-03-08, 2026-03-08T07:00:00Z, 2026-03-08T09:00:00Z",
        "America/New_York, sun, 00:30-01:30, 2026-11-01, 2026-11-01T04:30:00Z, 2026-11-01T06:30:00Z",
        "America/New_York, sun, 01:30-03:00, 2026-11-01, 2026-11-01T05:30:00Z, 2026-11-01T08:00:00Z",
        "America/New_York, sat, 23:00-01:15, 2026-10-31, 2026-11-01T03:00:00Z, 2026-11-01T06:15:00Z",
        // Lord Howe moves by half an hour: 4 October 2026, 02:00 becomes 02:30 at 15:30 UTC of the day before; 5 April
        // 2026, 02:00
        // becomes 01:30 at 15:00 UTC of the day before.
        "Australia/Lord_Howe, sun, 01:00-03:00, 2026-10-04, 2026-10-03T14:30:00Z, 2026-10-03T16:00:00Z",
        "Australia/Lord_Howe, sun, 02:15-03:00, 2026-10-04, 2026-10-03T15:30:00Z, 2026-10-03T16:00:00Z",
        "Australia/Lord_Howe, sun, 01:45-02:15, 2026-04-05, 2026-04-04T14:45:00Z, 2026-04-04T15:45:00Z",
        "Australia/Lord_Howe, sun, 01:00-01:45, 2026-04-05, 2026-04-04T14:00:00Z, 2026-04-04T15:15:00Z",
        // A midnight that does not exist: Cairo, 24 April 2026, 00:00 becomes 01:00 at 22:00 UTC of the day before.
        "Africa/Cairo, fri, 00:00-24:00, 2026-04-24, 2026-04-23T22:00:00Z, 2026-04-24T21:00:00Z",
    })
    void aRangeLastsFromItsFirstToItsLastMoment(
            String zone, String days, String hours, String day, String begin, String end) {
        Schedule schedule = Schedule.parse(days == null ? List.of() : List.of(days), List.of(hours), zone);
        long start = Rfc3339.parse(begin);
        long stop = Rfc3339.parse(end);
        assertThat(Hours.parse(hours).on(LocalDate.parse(day), schedule.zone())).isEqualTo(new Span(start, stop));
        assertThat(schedule.includes(start)).isTrue();
        assertThat(schedule.includes(stop - 1)).isTrue();
        boolean meetsNext = Duration.ofNanos(stop - start).toHours() >= 23 && days == null;
        assertThat(schedule.includes(stop)).isEqualTo(meetsNext);
        assertThat(schedule.includes(start - 1)).isEqualTo(meetsNext);
        assertThat(schedule.nextBoundary(start - 1)).isEqualTo(start);
        assertThat(schedule.nextBoundary(start)).isEqualTo(stop);
    }

    // 2026-11-20 is a Friday. Berlin: UTC+1, from 29 March 2026 02:00 UTC+2, from 25 October 2026 03:00 UTC+1 again.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "mon-fri | 08:00-18:00 | 2026-11-20T06:59:59Z | false",
                "mon-fri | 08:00-18:00 | 2026-11-20T07:00:00Z | true",
                "mon-fri | 08:00-18:00 | 2026-11-20T16:59:59Z | true",
                "mon-fri | 08:00-18:00 | 2026-11-20T17:00:00Z | false",
                "mon-fri | 08:00-18:00 | 2026-11-21T10:00:00Z | false",
                "fri | 22:00-06:00 | 2026-11-20T21:00:00Z | true",
                "fri | 22:00-06:00 | 2026-11-21T04:59:00Z | true",
                "fri | 22:00-06:00 | 2026-11-21T05:00:00Z | false",
                "fri | 22:00-06:00 | 2026-11-20T04:00:00Z | false",
                "fri | 22:00-06:00 | 2026-11-21T21:30:00Z | false",
                "sat-mon | - | 2026-11-20T22:59:59Z | false",
                "sat-mon | - | 2026-11-20T23:00:00Z | true",
                "sat-mon | - | 2026-11-23T22:59:59Z | true",
                "sat-mon | - | 2026-11-23T23:00:00Z | false",
                "mon-sun | 00:00-24:00 | 2026-11-20T12:00:00Z | true",
                "mon-sun | 18:00-24:00 | 2026-11-20T22:59:00Z | true",
                "mon-sun | 18:00-24:00 | 2026-11-20T23:00:00Z | false",
                "mon-sun | 08:00-09:00,17:00-18:00 | 2026-11-20T16:30:00Z | true",
                "mon-sun | 08:00-09:00,17:00-18:00 | 2026-11-20T12:00:00Z | false",
                // The hour from 2 to 3 does not come on 29 March.
                "sun | 02:00-03:00 | 2026-03-29T00:59:59Z | false",
                "sun | 02:00-03:00 | 2026-03-29T01:00:00Z | false",
                "sun | 03:00-04:00 | 2026-03-29T01:00:00Z | true",
                // It comes twice on 25 October.
                "sun | 02:00-03:00 | 2026-10-25T00:30:00Z | true",
                "sun | 02:00-03:00 | 2026-10-25T01:30:00Z | true",
                "sun | 02:00-03:00 | 2026-10-25T02:00:00Z | false",
                // Over midnight and over the change at once.
                "sat | 22:00-06:00 | 2026-10-25T04:59:00Z | true",
                "sat | 22:00-06:00 | 2026-10-25T05:00:00Z | false",
                "sat | 22:00-06:00 | 2026-03-29T03:59:00Z | true",
                "sat | 22:00-06:00 | 2026-03-29T04:00:00Z | false",
            })
    void appliesByTheClockOnTheWall(String days, String hours, String at, boolean applies) {
        List<String> ranges = hours == null ? List.of() : List.of(hours.split(",", -1));
        Schedule schedule = Schedule.parse(List.of(days), ranges, "Europe/Berlin");
        assertThat(schedule.includes(Rfc3339.parse(at))).isEqualTo(applies);
    }

    @Test
    void aRangeThatClocksSkipDoesNotTakePlace() {
        Schedule schedule = Schedule.parse(List.of("sun"), List.of("02:15-02:45"), "Europe/Paris");
        long midnight = Rfc3339.parse("2026-03-29T00:00:00Z");
        for (int minute = 0; minute < 24 * 60; minute++) {
            assertThat(schedule.includes(midnight + Duration.ofMinutes(minute).toNanos()))
                    .isFalse();
        }
        assertThat(schedule.nextBoundary(midnight)).isEqualTo(Rfc3339.parse("2026-04-05T00:15:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "mon, 2026-05-04T12:00:00Z, true",
        "Monday, 2026-05-04T12:00:00Z, true",
        "MON, 2026-05-05T12:00:00Z, false",
        "mon-fri, 2026-05-01T12:00:00Z, true",
        "mon-fri, 2026-05-02T12:00:00Z, false",
        "sat-mon, 2026-05-03T12:00:00Z, true",
        "sat-mon, 2026-05-05T12:00:00Z, false",
    })
    void daysAreNamesAndRanges(String days, String time, boolean included) {
        Schedule schedule = Schedule.parse(List.of(days), List.of(), "UTC");
        assertThat(schedule.includes(Rfc3339.parse(time))).isEqualTo(included);
    }

    @Test
    void aRangeBelongsToTheDayOnWhichItBegins() {
        Schedule schedule = Schedule.parse(List.of("fri"), List.of("22:00-06:00"), "UTC");
        assertThat(schedule.includes(Rfc3339.parse("2026-05-02T05:59:59Z"))).isTrue();
        assertThat(schedule.includes(Rfc3339.parse("2026-05-01T05:00:00Z"))).isFalse();
    }

    @Test
    void anHourMayHaveOneDigit() {
        assertThat(Hours.parse("8:00 - 18:30")).isEqualTo(Hours.parse("08:00-18:30"));
    }

    @Test
    void severalRangesAddUp() {
        Schedule schedule = Schedule.parse(List.of(), List.of("08:00-12:00", "13:00-17:00"), "UTC");
        assertThat(schedule.includes(Rfc3339.parse("2026-05-01T09:00:00Z"))).isTrue();
        assertThat(schedule.includes(Rfc3339.parse("2026-05-01T12:30:00Z"))).isFalse();
        assertThat(schedule.nextBoundary(Rfc3339.parse("2026-05-01T12:30:00Z")))
                .isEqualTo(Rfc3339.parse("2026-05-01T13:00:00Z"));
    }

    /** Whoever waits for boundaries misses no change, in any zone, over years. */
    @Test
    void nothingChangesBetweenBoundaries() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> zones = List.of("UTC", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo");
        for (int i = 0; i < 300; i++) {
            String hours = String.format(
                    "%02d:%02d-%02d:%02d",
                    random.nextInt(24), random.nextInt(60), random.nextInt(24), random.nextInt(60));
            List<String> days = random.nextBoolean() ? List.of() : List.of("sat-sun");
            Schedule schedule = Schedule.parse(days, List.of(hours), zones.get(random.nextInt(zones.size())));
            long time = Rfc3339.parse("2026-01-01T00:00:00Z")
                    + Duration.ofMinutes(random.nextInt(1_000_000)).toNanos();
            long next = schedule.nextBoundary(time);
            assertThat(next).as("seed %d, %s", seed, schedule).isGreaterThan(time);
            long between = time + (long) (random.nextDouble() * (next - 1 - time));
            assertThat(schedule.includes(between))
                    .as("seed %d, %s at %s", seed, schedule, Rfc3339.format(between))
                    .isEqualTo(schedule.includes(time));
        }
    }

    @Test
    void localTimesOfOneMomentAreReadLikeRanges() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        assertThat(LocalTimes.parse("2026-05-01T22:00", paris)).isEqualTo(Rfc3339.parse("2026-05-01T20:00:00Z"));
        assertThat(LocalTimes.parse("2026-05-01T22:00:00Z", paris)).isEqualTo(Rfc3339.parse("2026-05-01T22:00:00Z"));
        assertThat(LocalTimes.parse("2026-03-29T02:30", paris)).isEqualTo(Rfc3339.parse("2026-03-29T01:00:00Z"));
        assertThat(LocalTimes.parse("2026-10-25T02:30", paris)).isEqualTo(Rfc3339.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void saysWhatToWrite() {
        assertThatThrownBy(() -> Hours.parse("8-18"))
                .hasMessage("'8-18' is no range of hours: write it like 22:00-06:00");
        assertThatThrownBy(() -> Hours.parse("25:00-26:00")).hasMessageContaining("is no range of hours");
        assertThatThrownBy(() -> Schedule.parse(List.of("mom"), List.of(), "UTC"))
                .hasMessageContaining("'mom' is no day")
                .hasMessageContaining("did you mean 'mon'?");
        assertThatThrownBy(() -> Schedule.parse(List.of(), List.of(), "Europe/Pari"))
                .hasMessageContaining("did you mean 'Europe/Paris'?");
        assertThatThrownBy(() -> LocalTimes.parse("tomorrow", ZoneOffset.UTC)).hasMessageContaining("is no time");
    }
}
