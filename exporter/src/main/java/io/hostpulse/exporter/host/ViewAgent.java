package io.hostpulse.exporter.host;

import io.hostpulse.common.export.ExporterView;
import io.hostpulse.common.export.SinkView;
import io.hostpulse.common.export.SinkView.State;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessContext;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what the sinks do: to people in the view, and to the stream {@code pipeline} and its alerts in the mark. */
public final class ViewAgent implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(ViewAgent.class);

    private static final long INTERVAL = 1_000_000_000L;

    private final ProcessContext context;
    private final List<SinkAgent> sinks;
    private final List<Supplier<String>> troubles;
    private final Counter written;
    private final Counter refused;
    private final Counter missing;
    private final Counter failures;
    private final Counter backlog;
    private long next;
    private String trouble = "";

    /**
     * Prepares to show sinks.
     *
     * @param context the process
     * @param sinks its sinks
     * @param troubles what keeps others in this process from their work; empty texts when nothing does
     */
    public ViewAgent(ProcessContext context, List<SinkAgent> sinks, List<Supplier<String>> troubles) {
        this.troubles = List.copyOf(troubles);
        this.context = context;
        this.sinks = List.copyOf(sinks);
        this.written = context.mark().counter("records_exported_total");
        this.refused = context.mark().counter("dead_letters_total");
        this.missing = context.mark().counter("records_missing_total");
        this.failures = context.mark().counter("write_failures_total");
        this.backlog = context.mark().counter("backlog_records");
    }

    @Override
    public long doWork(long now) {
        if (now >= next || next - now > 2 * INTERVAL) {
            next = now + INTERVAL;
            show(now);
        }
        return next;
    }

    private void show(long now) {
        List<SinkView> views = sinks.stream().map(SinkAgent::view).toList();
        written.set(sum(views, SinkView::written));
        refused.set(sum(views, SinkView::refused));
        missing.set(sum(views, SinkView::missing));
        failures.set(sum(views, SinkView::failures));
        backlog.set(sum(views, SinkView::backlog));
        context.mark().condition(condition(views));
        try {
            new ExporterView(now, ProcessHandle.current().pid(), views).writeTo(context.data());
            trouble = "";
        } catch (IOException e) {
            troubled(e);
        }
    }

    private static long sum(List<SinkView> views, ToLongFunction<SinkView> count) {
        return views.stream().mapToLong(count).sum();
    }

    private String condition(List<SinkView> views) {
        Stream<String> failing = views.stream()
                .filter(view -> view.state() == State.RETRYING)
                .map(view -> view.name() + ": " + view.error());
        Stream<String> others = troubles.stream().map(Supplier::get).filter(trouble -> !trouble.isEmpty());
        return Stream.concat(failing, others).collect(Collectors.joining("; "));
    }

    private void troubled(IOException e) {
        if (!trouble.equals(e.toString())) {
            trouble = e.toString();
            LOG.warn("what the sinks do cannot be shown: {}", trouble);
        }
    }
}
