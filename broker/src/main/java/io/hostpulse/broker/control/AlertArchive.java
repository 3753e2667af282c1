package io.hostpulse.broker.control;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.QueueDirectory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * What the alerter's journal tells of alerts and orders. Every question reads it anew, so the answer is never older than the
 * question; at 100 MB that takes some seconds. Used at the desk.
 *
 * @param journal the directory of the stream {@code alerts}
 */
public record AlertArchive(Path journal) {

    /**
     * Finds the journal.
     *
     * @param data where streams are
     * @return the archive
     */
    public static AlertArchive in(DataDirectory data) {
        return new AlertArchive(new QueueDirectory(data.queues()).of(new StreamName("alerts")));
    }

    /**
     * Lists alerts.
     *
     * @param filter which
     * @param known alerts of which the journal may tell nothing since the filter's beginning: pending ones, and those that are on
     * @return the newest of them
     * @throws io.hostpulse.common.queue.QueueException when the journal cannot be read
     */
    public AlertPage page(AlertFilter filter, Collection<Alert> known) {
        AlertCollection collection = new AlertCollection(filter);
        known.forEach(collection::take);
        long missing = JournalScan.read(
                journal, filter.from(), (kind, entry) -> changed(kind, entry).ifPresent(collection::take));
        return collection.page(missing);
    }

    /**
     * Finds one alert with all that is known of it.
     *
     * @param id its id
     * @return the story; empty when the journal knows no such alert
     * @throws io.hostpulse.common.queue.QueueException when the journal cannot be read
     */
    public Optional<AlertStory> find(String id) {
        AlertStory.Teller teller = new AlertStory.Teller(id);
        JournalScan.read(journal, JournalScan.BEGINNING, teller::hear);
        return teller.story();
    }

    /**
     * Finds the answer to an order.
     *
     * @param stream the order's stream
     * @param sequence its number there
     * @return the entry {@code ordered}; empty when the alerter has not carried it out
     * @throws io.hostpulse.common.queue.QueueException when the journal cannot be read
     */
    public Optional<Fields> answer(String stream, long sequence) {
        OrderSearch search = new OrderSearch(stream, sequence);
        JournalScan.read(journal, JournalScan.BEGINNING, search::hear);
        return search.found();
    }

    static Optional<Alert> changed(String kind, Fields entry) {
        try {
            return kind.equals("changed") ? Optional.of(AlertFields.parse(entry)) : Optional.empty();
        } catch (RecordFormatException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
