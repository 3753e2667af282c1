package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.model.Fields;
import java.util.List;

/**
 * Everything that is known of one alert.
 *
 * @param occurrence what happened to it
 * @param trouble what could not be read; nothing when all is well
 */
public record Story(Occurrence occurrence, List<String> trouble) {

    /**
     * Looks through the journal.
     *
     * @param journal the journal
     * @param prefix the beginning of the alert's id
     * @return what was found
     * @throws NotThereException when there is no such alert, or more than one
     */
    public static Story of(AlertJournal journal, String prefix) {
        Alert alert = AlertIndex.of(journal, List.of(prefix)).any(prefix);
        Occurrences found = new Occurrences(one -> one.id().equals(alert.id()));
        List<String> trouble = journal.read(found);
        return new Story(found.all().iterator().next(), trouble);
    }

    /**
     * Shows it to programs.
     *
     * @param now the present time, epoch nanoseconds
     * @return its fields
     */
    public Fields fields(long now) {
        return OccurrenceFields.of(occurrence, now);
    }
}
