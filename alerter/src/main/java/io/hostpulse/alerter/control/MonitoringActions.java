package io.hostpulse.alerter.control;

import io.hostpulse.common.control.ControlStreams;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.monitoring.Monitoring;
import io.hostpulse.common.monitoring.MonitoringFile;
import io.hostpulse.common.monitoring.Stop;
import io.hostpulse.common.queue.QueueDirectory;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stops and starts measuring. The effect is a file that the collectors follow, not an entry of the journal: an order that is looked at again
 * after a crash finds that it is so already, and changes nothing.
 *
 * @param file says what is stopped; written by the thread of the rules alone
 * @param queues the streams there are
 */
record MonitoringActions(MonitoringFile file, QueueDirectory queues) {

    private static final String ALERTS = "alerts";
    private static final long MICROSECOND = 1000;

    Done stop(Errand errand) throws RefusedException {
        errand.takesOnly("streams", "comment");
        Set<String> names = named(errand, known());
        long now = errand.now() - Math.floorMod(errand.now(), MICROSECOND);
        Stop stop = new Stop(errand.order().by(), now, errand.text("comment"));
        Monitoring before = present();
        return change(names.isEmpty() ? before.stop(stop) : before.stop(names, stop), names);
    }

    Done start(Errand errand) throws RefusedException {
        errand.takesOnly("streams");
        if (errand.order().arguments().get("streams").isEmpty()) {
            // Works with a file that cannot be read, too.
            return change(Monitoring.ON, Set.of());
        }
        Monitoring before = present();
        Set<String> known = known();
        // Also what was stopped and is no longer there.
        known.addAll(before.streams().keySet());
        Set<String> names = named(errand, known);
        return change(before.start(names), names);
    }

    /** Empty when everything is meant. A list without a name would be a mistake, and stop everything. */
    private static Set<String> named(Errand errand, Collection<String> known) throws RefusedException {
        List<String> names = errand.arguments().texts("streams");
        if (names.isEmpty() && errand.order().arguments().get("streams").isPresent()) {
            throw new RefusedException("'streams' names no stream: name some, or leave it out for everything");
        }
        for (String name : names) {
            if (!known.contains(name)) {
                throw Errand.unknown("stream", name, known);
            }
        }
        return new TreeSet<>(names);
    }

    /** What collectors write. */
    private Set<String> known() throws RefusedException {
        try {
            Set<String> names = new TreeSet<>();
            queues.streams().stream()
                    .filter(stream -> !ControlStreams.isControl(stream))
                    .map(StreamName::value)
                    .filter(name -> !name.equals(ALERTS))
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new RefusedException("the streams cannot be listed: " + e);
        }
    }

    private Monitoring present() throws RefusedException {
        try {
            return file.read();
        } catch (IOException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    private Done change(Monitoring monitoring, Set<String> names) throws RefusedException {
        try {
            file.write(monitoring);
        } catch (IOException e) {
            throw new RefusedException(file.path() + " cannot be written: " + e);
        }
        return Done.with(String.join(", ", names));
    }
}
