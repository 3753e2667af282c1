package io.hostpulse.console.status;

import io.hostpulse.common.status.LifeState;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.status.Usage;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Shows one line a process. */
record ProcessTable(List<ProcessStatus> processes, long now) {

    private static final long SECOND = 1_000_000_000L;

    String render(Style style) {
        Table table = new Table()
                .left("PROCESS")
                .left("STATE")
                .right("PID")
                .right("UPTIME")
                .right("RESTARTS")
                .right("MEMORY")
                .right("AVG CPU")
                .right("HEARTBEAT")
                .left("NOTE");
        processes.forEach(process -> addRow(table, process));
        return table.render(style);
    }

    private void addRow(Table table, ProcessStatus process) {
        Optional<Usage> usage = process.usage();
        table.row(
                Cell.of(process.name()),
                new Cell(process.state().label(), LifeTone.of(process.state())),
                Cell.of(usage.map(alive -> Long.toString(process.pid()))),
                Cell.of(usage.map(alive -> Units.span(alive.ageNanos()))),
                Cell.of(process.restarts().map(Object::toString)),
                Cell.of(usage.flatMap(Usage::memory).map(ProcessTable::memory)),
                Cell.of(usage.map(Usage::cpuPercent).flatMap(ProcessTable::percent)),
                Cell.of(process.heartbeatAge().map(Units::span)),
                Cell.of(note(process)));
    }

    private static String memory(Usage.Memory memory) {
        String unit = memory.kind().equals("pss") ? "" : " " + memory.kind();
        return Units.bytes(memory.bytes()) + unit;
    }

    private static Optional<String> percent(OptionalDouble percent) {
        return percent.isPresent() ? Optional.of(Units.percent(percent.getAsDouble())) : Optional.empty();
    }

    private String note(ProcessStatus process) {
        List<String> parts = new ArrayList<>();
        process.condition().ifPresent(parts::add);
        if (process.state() != LifeState.ABSENT) {
            process.lastExit().ifPresent(exit -> parts.add("last exit " + exit));
        }
        process.nextStartSeconds().ifPresent(at -> parts.add("next start in " + Units.span(nanosUntil(at))));
        return String.join(", ", parts);
    }

    private long nanosUntil(long epochSeconds) {
        return Math.max(0, epochSeconds * SECOND - now);
    }
}
