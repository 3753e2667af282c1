package io.hostpulse.collector;

import io.hostpulse.collector.plugin.PluginSettings;
import io.hostpulse.collector.schedule.Sampling;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessDefinition;
import io.hostpulse.common.process.ProcessFailure;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What makes a process a collector: the one source named on its command line. */
final class Collector implements ProcessDefinition<Optional<ConfiguredSource>> {

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
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
        return Set.of(QueueSettings.SECTION, PluginSettings.SECTION, SourcesSection.NAME);
    }

    /** Empty only after a problem, with which no process comes to be wired. */
    @Override
    public Optional<ConfiguredSource> settings(Arguments arguments, ConfigNode root) {
        String wanted = arguments.required(SOURCE);
        QueueSettings queues = QueueSettings.read(root.section(QueueSettings.SECTION));
        if (!SourceSettings.names(root.section(SourcesSection.NAME)).contains(wanted)) {
            throw ProcessFailure.usage("there is no source '" + wanted + "' in the configuration");
        }
        return SourcesSection.source(wanted, root, queues);
    }

    @Override
    public Agent wire(ProcessContext context, Optional<ConfiguredSource> settings) {
        ConfiguredSource source = settings.orElseThrow();
        source.warnings().forEach(LOG::warn);
        try {
            return Sampling.of(source.opener().open(), source.settings(), source.queues(), context);
        } catch (SourceAbsentException e) {
            throw ProcessFailure.absent(e.getMessage());
        }
    }
}
