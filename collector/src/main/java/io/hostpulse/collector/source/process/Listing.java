package io.hostpulse.collector.source.process;

import io.hostpulse.common.model.Value;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Chooses the processes that may be listed. The account of a process takes another file of each, read only if it is asked for. */
record Listing(ProcessOptions options, Processes processes) {

    List<MeasuredProcess> of(List<MeasuredProcess> all) {
        return all.stream().filter(process -> mayBeListed(process.stat())).toList();
    }

    private boolean mayBeListed(ProcessStat process) {
        return options.mayBeListed(process.name()) && (!options.isAboutUsers() || isOfThem(process));
    }

    private boolean isOfThem(ProcessStat process) {
        try {
            Value user = processes.user(process);
            return user instanceof Value.Text name && options.users().contains(name.value());
        } catch (NoSuchFileException ended) {
            return false;
        }
    }
}
