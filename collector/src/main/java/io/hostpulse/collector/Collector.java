package io.hostpulse.collector;

import io.hostpulse.collector.schedule.Sampling;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceContext;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessDefinition;
import io.hostpulse.common.process.ProcessFailure;
import java.util.Set;

/** What makes a process a collector: the one source named on its command line. */
final class Collector implements ProcessDefinition<ConfiguredSource> {

    private static final String SOURCE = "source";

    @Override
    public Set<String> options() {
        return Set.of(SOURCE);
    }

    @Override
    public String name(Arguments arguments) {
        return "collector-" + arguments.required(SOURCE);
    }

    @Override
    public Set<String> sections() {
        return Set.of(QueueSettings.SECTION, SourcesSection.NAME);
    }

    @Override
    public ConfiguredSource settings(Arguments arguments, ConfigNode root) {
        String wanted = arguments.required(SOURCE);
        QueueSettings queues = QueueSettings.read(root.section(QueueSettings.SECTION));
        ConfiguredSource source = SourcesSection.sources(root.section(SourcesSection.NAME), queues)
                .get(wanted);
        if (source == null) {
            throw ProcessFailure.usage("there is no source '" + wanted + "' in the configuration");
        }
        return source;
    }

    @Override
    public Agent wire(ProcessContext context, ConfiguredSource source) {
        try {
            return Sampling.of(
                    source.opener().open(new SourceContext(context.data(), context.clock())),
                    source.settings(),
                    source.queues(),
                    context);
        } catch (SourceAbsentException e) {
            throw ProcessFailure.absent(e.getMessage());
        }
    }
}
