package io.hostpulse.collector.source.pipeline;

import io.hostpulse.collector.source.Source;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.status.StreamReader;
import java.io.IOException;
import java.util.List;

/** Puts together what Hostpulse's processes and streams are doing. */
final class PipelineSource implements Source {

    private final Roster roster;
    private final Observer observer;
    private final StreamReader streams;
    private final StreamMeter meter;
    private final TotalFields totals;
    private final ProcessFields processes;

    PipelineSource(
            Roster roster,
            Observer observer,
            StreamReader streams,
            StreamMeter meter,
            TotalFields totals,
            ProcessFields processes) {
        this.roster = roster;
        this.observer = observer;
        this.streams = streams;
        this.meter = meter;
        this.totals = totals;
        this.processes = processes;
    }

    @Override
    public Reading read() throws IOException {
        List<Observation> observations = observer.observe(roster.read());
        Fields.Builder fields = Fields.builder();
        HealthFields.addTo(fields, observations);
        totals.addTo(fields, observations);
        fields.put("processes", observations.stream().map(processes::of).toList());
        meter.addTo(fields, streams.progress());
        return new Reading.Ok(fields.build());
    }

    /** Open files and the proportional memory take some milliseconds, in which others want the processor too. */
    @Override
    public void prepareNext() {
        observer.refresh();
    }
}
