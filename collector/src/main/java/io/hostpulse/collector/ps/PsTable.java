package io.hostpulse.collector.ps;

import io.hostpulse.collector.source.process.ProcessRow;
import io.hostpulse.collector.source.process.ProcessState;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.List;
import java.util.Optional;

/** Shows one line a process. What is not known is a dash. */
record PsTable(List<Branch> branches) {

    /** From half a core on a process is worth a look, from a whole one on it may be what is looked for. */
    private static final double MUCH_CPU = 50;

    private static final double MOST_CPU = 100;
    private static final double MUCH_MEMORY = 25;
    private static final double MOST_MEMORY = 50;

    String render(Style style) {
        Table table = new Table()
                .right("PID")
                .left("USER")
                .right("CPU %")
                .right("MEMORY")
                .right("MEM %")
                .right("READ/S")
                .right("WRITE/S")
                .right("THREADS")
                .right("FILES")
                .left("STATE")
                .left("NAME")
                .left("COMMAND");
        branches.forEach(branch -> addRow(table, branch));
        return table.render(style);
    }

    private static void addRow(Table table, Branch branch) {
        ProcessRow row = branch.row();
        table.row(
                Cell.of(row.pid()),
                Cell.of(text(row.user())),
                percent(row.cpuPercent(), MUCH_CPU, MOST_CPU),
                Cell.of(Units.bytes(row.memory())),
                percent(row.memoryPercent(), MUCH_MEMORY, MOST_MEMORY),
                Cell.of(bytes(row.readRate())),
                Cell.of(bytes(row.writeRate())),
                Cell.of(row.threads()),
                Cell.of(text(row.openFiles())),
                new Cell(row.state().label(), tone(row.state())),
                Cell.of(branch.trunk() + row.name()),
                Cell.of(row.command().flatMap(PsTable::text)));
    }

    private static Tone tone(ProcessState state) {
        return switch (state) {
            case RUNNING -> Tone.GOOD;
            case ZOMBIE, DEAD -> Tone.BAD;
            case DISK_SLEEP, STOPPED, TRACING_STOP -> Tone.WARN;
            default -> Tone.PLAIN;
        };
    }

    private static Cell percent(Value value, double much, double most) {
        if (!(value instanceof Value.Real percent)) {
            return Cell.of(Optional.empty());
        }
        Tone high = percent.value() >= most ? Tone.BAD : Tone.WARN;
        return new Cell(Units.decimal(percent.value()), percent.value() >= much ? high : Tone.PLAIN);
    }

    private static Optional<String> bytes(Value rate) {
        return rate instanceof Value.Real known
                ? Optional.of(Units.bytes(Math.round(known.value())))
                : Optional.empty();
    }

    private static Optional<String> text(Value value) {
        if (value instanceof Value.Text text) {
            return Optional.of(text.value());
        }
        return value instanceof Value.Whole whole ? Optional.of(Long.toString(whole.value())) : Optional.empty();
    }
}
