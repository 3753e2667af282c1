package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.Silence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said about what was not sent. */
final class Wording {

    private Wording() {}

    static String firing(long over, long unheard, Optional<Duration> unacknowledged) {
        List<String> sentences = new ArrayList<>();
        unacknowledged.ifPresent(time -> sentences.add("Nobody has acknowledged this for " + length(time) + "."));
        if (over > 0) {
            sentences.add((over == 1 ? "1 of these is" : over + " of these are") + " over already.");
        }
        if (unheard > 0) {
            sentences.add("Since the last notification it came and went " + times(unheard) + " more.");
        }
        return String.join(" ", sentences);
    }

    static String summary(String id, Optional<Silence> silence, List<Remembered.HeldBack> held, long on) {
        boolean maintenance = silence.filter(found -> found.kind() == Silence.Kind.MAINTENANCE)
                .isPresent();
        String comment = silence.map(Silence::comment)
                .filter(text -> !text.isEmpty())
                .map(text -> " (" + text + ")")
                .orElse("");
        long occurrences =
                held.stream().mapToLong(Remembered.HeldBack::occurrences).sum();
        return (maintenance ? "Maintenance window '" : "Silence '") + id + "'" + comment + " is over. It held back "
                + count(held.size(), "alert") + ", which came " + times(occurrences) + "; "
                + (on == 0 ? "none is on any more." : on + (on == 1 ? " is" : " are") + " still on.");
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String times(long number) {
        return number == 1 ? "once" : number + " times";
    }

    private static String length(Duration time) {
        return time.toSeconds() % 60 == 0 ? count(time.toMinutes(), "minute") : count(time.toSeconds(), "second");
    }
}
