package io.hostpulse.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.exporter.fixture.InfluxServer;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.fixture.SqlServer;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many records a second each sink writes, where its server is installed. Run by scripts/bench-sinks; no test of the build. */
class SinkSpeed {

    private static final int BATCH = 1_000;
    private static final int WARM_UP = 3;
    private static final int BATCHES = Integer.getInteger("hostpulse.batches", 20);

    /** Records of the usual size: 2 KB of a machine with 16 cores, 24 mounts and interfaces, some 200 numbers. */
    private static final String PAYLOAD = payload();

    private static final Map<String, Double> RATES = new TreeMap<>();

    @TempDir
    Path root;

    private static String payload() {
        StringBuilder json = new StringBuilder("{\"usage_percent\":12.5,\"per_core_usage\":[");
        for (int core = 0; core < 16; core++) {
            json.append(core == 0 ? "" : ",").append(core * 3.25);
        }
        json.append("],\"mounts\":[");
        for (int mount = 0; mount < 24; mount++) {
            json.append(mount == 0 ? "" : ",")
                    .append("{\"path\":\"/data/")
                    .append(mount)
                    .append("\",\"total\":1000204886016,\"used\":")
                    .append(500_000_000_000L + mount)
                    .append(",\"percentage\":50.01,\"read_only\":false}");
        }
        return json.append("]}").toString();
    }

    private void measure(String name, String options) throws Exception {
        DataDirectory data = new DataDirectory(root.resolve("data-" + name));
        data.create();
        ConfiguredSink configured = ExporterSection.sinks(
                        Options.load("exporter:\n  sinks:\n    " + name + ": {" + options + "}\n")
                                .root()
                                .section("exporter"),
                        SinkTypes.OWN)
                .get(0);
        try (Sink sink = configured.opener().open(new SinkSurroundings(name, data))) {
            for (int batch = 0; batch < WARM_UP; batch++) {
                write(sink, batch);
            }
            long begin = System.nanoTime();
            for (int batch = WARM_UP; batch < WARM_UP + BATCHES; batch++) {
                write(sink, batch);
            }
            RATES.put(name, BATCH * BATCHES * 1e9 / (System.nanoTime() - begin));
        }
    }

    private static void write(Sink sink, int batch) {
        List<ExportRecord> records = new ArrayList<>();
        for (long i = 1; i <= BATCH; i++) {
            long sequence = (long) batch * BATCH + i;
            long time = Records.BEGIN + sequence * Records.SECOND / 2;
            records.add(new ExportRecord(new StreamName("disk"), sequence, time, RecordKind.OK, PAYLOAD, 0));
        }
        assertThat(sink.write(new Batch(records))).isEqualTo(SinkOutcome.WRITTEN);
    }

    @AfterAll
    static void print() {
        double json = RATES.getOrDefault("json", Double.NaN);
        System.out.printf("%-10s %12s %10s%n", "SINK", "RECORDS/S", "OF JSON");
        RATES.forEach((name, rate) ->
                System.out.printf(Locale.ROOT, "%-10s %12.0f %9.1f %%%n", name, rate, 100 * rate / json));
    }

    @Test
    void json() throws Exception {
        measure("json", "interval: 0, style: lines");
    }

    @Test
    void csv() throws Exception {
        measure("csv", "interval: 0");
    }

    @Test
    void influx() throws Exception {
        try (InfluxServer server = InfluxServer.start(root)) {
            measure(
                    "influx",
                    "url: 'http://127.0.0.1:" + server.port()
                            + "', timeout: 20s, create: true, username: admin, password: " + InfluxServer.PASSWORD);
        }
    }

    @Test
    void postgres() throws Exception {
        try (SqlServer server = SqlServer.postgres(root)) {
            sql(server);
        }
    }

    @Test
    void mariadb() throws Exception {
        try (SqlServer server = SqlServer.mariadb(root)) {
            sql(server);
        }
    }

    private void sql(SqlServer server) throws Exception {
        String database = server.createDatabase();
        measure(
                server.type(),
                "port: " + server.port() + ", database: " + database + ", username: " + database + ", password: "
                        + SqlServer.PASSWORD);
    }
}
