package io.hostpulse.collector;

import io.hostpulse.collector.schedule.Sampling;
import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.common.config.CollectorLayout;
import io.hostpulse.common.config.CollectorProcess;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.AgentGroup;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessDefinition;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.process.SharedMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes a process a collector: the one source named on its command line, or the sources of a group. */
final class Collector implements ProcessDefinition<Assignment> {

    private static final String SOURCE = "source";
    private static final String GROUP = "group";
    private static final String PREFIX = "collector-";

    @Override
    public Set<String> options() {
        return Set.of(SOURCE, GROUP);
    }

    @Override
    public String name(Arguments arguments) {
        return PREFIX + named(arguments);
    }

    private static String named(Arguments arguments) {
        return isGroup(arguments) ? arguments.required(GROUP) : arguments.required(SOURCE);
    }

    private static boolean isGroup(Arguments arguments) {
        return arguments.own().containsKey(GROUP);
    }

    @Override
    public Set<String> sections() {
        return Set.of(QueueSettings.SECTION, CollectorLayout.SECTION, SourcesSection.NAME);
    }

    @Override
    public Assignment settings(Arguments arguments, ConfigNode root) {
        String wanted = named(arguments);
        QueueSettings queues = QueueSettings.read(root.section(QueueSettings.SECTION));
        Map<String, ConfiguredSource> sources = SourcesSection.sources(root.section(SourcesSection.NAME), queues);
        Map<String, CollectorProcess> layout = CollectorLayout.read(root);
        return isGroup(arguments) ? group(wanted, layout, sources) : alone(wanted, sources);
    }

    private static Assignment alone(String wanted, Map<String, ConfiguredSource> sources) {
        if (!sources.containsKey(wanted)) {
            throw ProcessFailure.usage("there is no source '" + wanted + "' in the configuration");
        }
        return new Assignment(List.of(sources.get(wanted)), false);
    }

    private static Assignment group(
            String wanted, Map<String, CollectorProcess> layout, Map<String, ConfiguredSource> sources) {
        if (!layout.containsKey(wanted) || !layout.get(wanted).grouped()) {
            throw ProcessFailure.usage("there is no group '" + wanted + "' under 'processes' in the configuration");
        }
        List<ConfiguredSource> members = layout.get(wanted).sources().stream()
                .filter(sources::containsKey)
                .map(sources::get)
                .filter(source -> source.settings().enabled())
                .toList();
        return new Assignment(members, true);
    }

    @Override
    public Agent wire(ProcessContext context, Assignment assignment) {
        return assignment.grouped()
                ? together(context, assignment.sources())
                : alone(context, assignment.sources().get(0));
    }

    private static Agent alone(ProcessContext context, ConfiguredSource source) {
        return sampling(context, source, Opening.USUAL.open(source));
    }

    private static Agent together(ProcessContext context, List<ConfiguredSource> sources) {
        SharedMark mark = new SharedMark(context.mark());
        Map<String, Agent> agents = new LinkedHashMap<>();
        for (ConfiguredSource source : sources) {
            String name = source.settings().stream().value();
            ProcessContext part = context.with(mark.part(name));
            agents.put(name, new AwaitedSource(name, () -> open(part, source)));
        }
        return new AgentGroup(agents, context.clock());
    }

    /** Takes as long as the driver does, which keeps only this source's thread; meanwhile the mark says so. */
    private static Agent open(ProcessContext part, ConfiguredSource source) throws SourceAbsentException {
        part.mark().condition("source " + source.settings().stream() + " waits for its driver");
        Source opened;
        try {
            opened = source.opener().open();
        } finally {
            part.mark().condition("");
        }
        return sampling(part, source, opened);
    }

    private static Agent sampling(ProcessContext context, ConfiguredSource source, Source opened) {
        return Sampling.of(opened, source.settings(), source.queues(), context);
    }
}
