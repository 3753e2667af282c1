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
import io.hostpulse.exporter.prometheus.PrometheusAgent;
import io.hostpulse.exporter.sink.SinkSurroundings;
import io.hostpulse.history.HistorySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What makes a process the exporter: one thread for each sink, and one that shows what they do. */
final class Exporter implements ProcessDefinition<ExporterSettings> {

    private static final String PROMETHEUS = "prometheus page";

    /** No sink can have this name, because of its blank. */
    private static final String VIEW = "sink view";

    @Override
    public String name(Arguments arguments) {
        return "exporter";
    }

    @Override
    public Set<String> sections() {
        return Set.of(ExporterSection.NAME, HistorySettings.SECTION, PluginSettings.SECTION);
    }

    @Override
    public ExporterSettings settings(Arguments arguments, ConfigNode root) {
        ConfigNode exporter = root.section(ExporterSection.NAME);
        List<ConfiguredSink> sinks = new ArrayList<>();
        sinks.add(BuiltInHistory.read(root));
        sinks.addAll(ExporterSection.sinks(exporter, SinkTypes.of(root)));
        return new ExporterSettings(
                sinks.stream().filter(sink -> sink.settings().enabled()).toList(),
                ExporterSection.prometheus(exporter));
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
        List<Supplier<String>> troubles = new ArrayList<>();
        if (settings.prometheus().enabled()) {
            PrometheusAgent prometheus = new PrometheusAgent(settings.prometheus(), context.data(), context.clock());
            agents.put(PROMETHEUS, prometheus);
            troubles.add(prometheus::trouble);
        }
        agents.put(VIEW, new ViewAgent(context, sinks.values().stream().toList(), troubles));
        return new AgentGroup(agents, context.clock());
    }
}
