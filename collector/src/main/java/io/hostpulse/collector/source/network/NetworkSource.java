package io.hostpulse.collector.source.network;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Turns counters into rates, per interface and for all that lead out of the host. */
final class NetworkSource implements Source {

    private final Interfaces interfaces;
    private final Connections connections;
    private final Globs excluded;
    private final TrafficMeter meter;

    NetworkSource(Interfaces interfaces, Connections connections, Globs excluded, LongSupplier nanoTime)
            throws IOException {
        this.interfaces = interfaces;
        this.connections = connections;
        this.excluded = excluded;
        this.meter = new TrafficMeter(interfaces, nanoTime);
    }

    @Override
    public Reading read() throws IOException {
        TrafficMeter.Measured measured = meter.read();
        List<Traffic> leavingHost = new ArrayList<>();
        List<Value> elements = new ArrayList<>();
        for (Traffic traffic : measured.interfaces()) {
            if (!excluded.matches(traffic.name())) {
                LinkState link = interfaces.link(traffic.name());
                elements.add(element(traffic, link));
                if (!link.loopback()) {
                    leavingHost.add(traffic);
                }
            }
        }
        return new Reading.Ok(fields(new TotalTraffic(leavingHost, measured.nanos()), elements));
    }

    private Fields fields(TotalTraffic total, List<Value> elements) {
        Fields.Builder fields = Fields.builder();
        total.addTo(fields);
        fields.put("interfaces", elements);
        fields.put("connections", connections.count());
        return fields.build();
    }

    private static Fields element(Traffic traffic, LinkState link) {
        Fields.Builder fields = Fields.builder();
        fields.put("name", traffic.name());
        fields.put("up", link.up());
        link.speed().ifPresent(speed -> fields.put("speed_mbps", speed));
        for (Counter counter : Counter.values()) {
            traffic.addCounter(fields, counter);
        }
        for (Counter counter : Counter.values()) {
            traffic.addRate(fields, counter);
        }
        return fields.build();
    }

    @Override
    public void prepareNext() {
        connections.prepareNext();
    }

    @Override
    public void close() {
        interfaces.close();
    }
}
