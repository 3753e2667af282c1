package io.hostpulse.console.status;

import io.hostpulse.common.process.Version;
import io.hostpulse.common.status.LifeState;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sums a status up in one line. */
record Headline(Status status) {

    String render(Style style) {
        String who = style.paint("Hostpulse " + Version.CURRENT, Tone.HEAD) + " on " + status.host();
        return who + " — " + style.paint(processes(), processTone()) + ", " + style.paint(streams(), streamTone());
    }

    private String processes() {
        Map<LifeState, Long> byState = status.processes().stream()
                .collect(Collectors.groupingBy(
                        ProcessStatus::state, () -> new EnumMap<>(LifeState.class), Collectors.counting()));
        Long running = byState.remove(LifeState.RUNNING);
        String others = byState.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().label())
                .collect(Collectors.joining(", "));
        return (running == null ? 0 : running) + " of " + status.processes().size() + " processes running"
                + (others.isEmpty() ? "" : " (" + others + ")");
    }

    private Tone processTone() {
        Tone worst = status.processes().stream()
                .map(process -> LifeTone.of(process.state()))
                .reduce(Tone.GOOD, Headline::worse);
        return worst == Tone.PLAIN ? Tone.GOOD : worst;
    }

    private static Tone worse(Tone one, Tone other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private String streams() {
        int count = status.streams().size();
        String words = count + (count == 1 ? " stream" : " streams");
        return count == 0 ? words : words + ", " + String.join(", ", complaints());
    }

    private List<String> complaints() {
        List<String> found = new ArrayList<>();
        complain(found, stale(), "stale");
        complain(found, stopped(), "stopped");
        complain(found, withoutData(), "without data");
        return found.isEmpty() ? List.of("all fresh") : found;
    }

    private static void complain(List<String> found, long count, String what) {
        if (count > 0) {
            found.add(count + " " + what);
        }
    }

    private Tone streamTone() {
        if (stale() > 0) {
            return Tone.BAD;
        }
        return stopped() + withoutData() > 0 ? Tone.WARN : Tone.GOOD;
    }

    private long stale() {
        return status.streams().stream()
                .filter(stream -> !stream.isFresh(status.now()))
                .count();
    }

    /** A collector that has died as well is told of first. */
    private long stopped() {
        return status.streams().stream()
                .filter(stream -> stream.isFresh(status.now()) && stream.isStopped())
                .count();
    }

    /** Where nothing came yet though nothing had to, such as alerts, no data are missing. */
    private long withoutData() {
        return status.streams().stream()
                .filter(stream ->
                        stream.recent().isPresent() || stream.problem().isPresent())
                .filter(stream -> stream.isFresh(status.now()) && !stream.hasData() && !stream.isStopped())
                .count();
    }
}
