package io.hostpulse.exporter;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.plugin.PluginSettings;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.AgentGroup;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessDefinition;
import io.hostpulse.exporter.host.SinkAgent;
import io.hostpulse.exporter.host.ViewAgent;
import io.hostpulse.exporter.sink.SinkSurroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What makes a process the exporter: one thread for each sink, and one that shows what they do. */
final class Exporter implements ProcessDefinition<ExporterSettings> {

    /** No sink can have this name, because of its blank. */
    private static final String VIEW = "sink view";

    @Override
    public String name(Arguments arguments) {
        return "exporter";
    }

    @Override
    public Set<String> sections() {
        return Set.of(ExporterSection.NAME, PluginSettings.SECTION);
    }

    @Override
    public ExporterSettings settings(Arguments arguments, ConfigNode root) {
        return new ExporterSettings(
                ExporterSection.sinks(root.section(ExporterSection.NAME), SinkTypes.of(root)).stream()
                        .filter(sink -> sink.settings().enabled())
                        .toList());
    }

    @Override
    public Agent wire(ProcessContext context, ExporterSettings settings) {
        Map<String, SinkAgent> sinks = new LinkedHashMap<>();
        for (ConfiguredSink sink : settings.sinks()) {
            String name = sink.settings().name();
            SinkSurroundings surroundings = new SinkSurroundings(name, context.data());
            sinks.put(
                    name,
                    new SinkAgent(sink.settings(), surroundings, sink.opener().open(surroundings), context.clock()));
        }
        Map<String, Agent> agents = new LinkedHashMap<>(sinks);
        agents.put(VIEW, new ViewAgent(context, sinks.values().stream().toList()));
        return new AgentGroup(agents, context.clock());
    }
}
