package io.hostpulse.collector.ps;

import io.hostpulse.collector.source.process.ProcessRow;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.text.Style;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts what was asked for together.
 *
 * @param options what was asked for
 * @param rows all processes
 */
record PsReport(PsOptions options, List<ProcessRow> rows) {

    String json() {
        List<Fields> all =
                branches().stream().map(branch -> branch.row().fields()).toList();
        Fields document = Fields.builder().put("processes", all).build();
        return StandardCharsets.UTF_8.decode(new PayloadWriter().write(document)) + "\n";
    }

    String text(Style style, int width) {
        String table = new PsTable(branches()).render(style);
        return table.lines().map(line -> PaintedLine.cut(line, width) + "\n").collect(Collectors.joining());
    }

    private List<Branch> branches() {
        List<ProcessRow> ordered = options.order().sorted(rows);
        List<ProcessRow> chosen = ordered.stream()
                .limit(options.count().orElse(Integer.MAX_VALUE))
                .toList();
        return options.tree()
                ? new ProcessTree(ProcessTree.withForefathers(chosen, ordered)).branches()
                : chosen.stream().map(row -> new Branch("", row)).toList();
    }
}
