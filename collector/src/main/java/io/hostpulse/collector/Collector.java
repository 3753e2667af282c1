package io.hostpulse.collector;

import io.hostpulse.collector.schedule.Sampling;
import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceContext;
import io.hostpulse.common.config.CollectorLayout;
import io.hostpulse.common.config.CollectorProcess;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.plugin.PluginSettings;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What makes a process a collector: the one source named on its command line, or the sources of a group. */
final class Collector implements ProcessDefinition<Assignment> {

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
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
        return Set.of(QueueSettings.SECTION, PluginSettings.SECTION, CollectorLayout.SECTION, SourcesSection.NAME);
    }

    @Override
    public Assignment settings(Arguments arguments, ConfigNode root) {
        String wanted = named(arguments);
        QueueSettings queues = QueueSettings.read(root.section(QueueSettings.SECTION));
        Map<String, CollectorProcess> layout = CollectorLayout.read(root);
        if (isGroup(arguments)) {
            List<String> members = group(wanted, layout);
            return new Assignment(configured(members, root, queues), true);
        }
        if (!SourceSettings.names(root.section(SourcesSection.NAME)).contains(wanted)) {
            throw ProcessFailure.usage("there is no source '" + wanted + "' in the configuration");
        }
        return new Assignment(configured(List.of(wanted), root, queues), false);
    }

    /** Fewer than wanted only after a problem, with which no process comes to be wired. */
    private static List<ConfiguredSource> configured(List<String> wanted, ConfigNode root, QueueSettings queues) {
        Map<String, ConfiguredSource> sources = SourcesSection.sources(Set.copyOf(wanted), root, queues);
        return wanted.stream().filter(sources::containsKey).map(sources::get).toList();
    }

    private static List<String> group(String wanted, Map<String, CollectorProcess> layout) {
        if (!layout.containsKey(wanted) || !layout.get(wanted).grouped()) {
            throw ProcessFailure.usage("there is no group '" + wanted + "' under 'processes' in the configuration");
        }
        return layout.get(wanted).sources();
    }

    @Override
    public Agent wire(ProcessContext context, Assignment assignment) {
        return assignment.grouped()
                ? together(context, assignment.sources())
                : alone(context, assignment.sources().get(0));
    }

    private static Agent alone(ProcessContext context, ConfiguredSource source) {
        return sampling(context, source, Opening.USUAL.open(source, surroundings(context)));
    }

    private static Agent together(ProcessContext context, List<ConfiguredSource> sources) {
        SharedMark mark = new SharedMark(context.mark());
        Map<String, Agent> agents = new LinkedHashMap<>();
        for (ConfiguredSource source : enabled(sources)) {
            String name = source.settings().stream().value();
            ProcessContext part = context.with(mark.part(name));
            agents.put(name, new AwaitedSource(name, () -> open(part, source)));
        }
        return new AgentGroup(agents, context.clock());
    }

    private static List<ConfiguredSource> enabled(List<ConfiguredSource> sources) {
        return sources.stream().filter(source -> source.settings().enabled()).toList();
    }

    /** Takes as long as the driver does, which keeps only this source's thread; meanwhile the mark says so. */
    private static Agent open(ProcessContext part, ConfiguredSource source) throws SourceAbsentException {
        part.mark().condition("source " + source.settings().stream() + " waits for its driver");
        Source opened;
        try {
            opened = source.opener().open(surroundings(part));
        } finally {
            part.mark().condition("");
        }
        return sampling(part, source, opened);
    }

    private static SourceContext surroundings(ProcessContext context) {
        return new SourceContext(context.data(), context.clock());
    }

    private static Agent sampling(ProcessContext context, ConfiguredSource source, Source opened) {
        source.warnings().forEach(LOG::warn);
        return Sampling.of(opened, source.settings(), source.queues(), context);
    }
}
