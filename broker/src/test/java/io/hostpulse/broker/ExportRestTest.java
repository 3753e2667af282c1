package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.auth.Role;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.control.OrderDesk;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.testkit.Await;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long answers over real sockets. */
class ExportRestTest extends HttpFixture {

    /** About 20 MB as JSON: more than all buffers between two sockets hold. */
    private static final int MANY = 10_000;

    private static final String LONG = "{\"text\":\"" + "long ".repeat(400) + "\"}";

    ExportRestTest() {
        super("broker.request_timeout=3s", "broker.rate_limit=100000");
    }

    @Test
    void handsOutARecordALine() throws Exception {
        broker.write(RecordKind.OK, "{\"percentage\":51.0}");
        broker.write(RecordKind.FAILED, "{\"state\":\"failed\",\"reason\":\"gone\"}");
        HttpResponse<String> response = get("/api/export/data?format=ndjson&streams=memory");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/x-ndjson");
        assertThat(response.headers().firstValue("content-disposition").orElseThrow())
                .matches("attachment; filename=\"hostpulse-[A-Za-z0-9._-]+-memory\\.ndjson\"");
        assertThat(response.headers().firstValue("transfer-encoding")).contains("chunked");
        assertThat(response.body().lines().map(ExportRestTest::sequence)).containsExactly("1", "2", "3");
        assertThat(response.body())
                .endsWith("\"kind\":\"failed\",\"data\":{\"state\":\"failed\",\"reason\":\"gone\"}}\n");
    }

    @Test
    void handsOutATableWhoseHeaderKnowsTheLastColumn() throws Exception {
        for (int i = 0; i < 500; i++) {
            broker.write(RecordKind.OK, "{\"percentage\":51.0}");
        }
        broker.write(RecordKind.OK, "{\"percentage\":52.0,\"late\":7}");
        List<String> rows =
                get("/api/export/data?format=csv&streams=memory").body().lines().toList();
        assertThat(rows.get(0)).isEqualTo("timestamp,sequence,state,reason,percentage,late");
        assertThat(rows).hasSize(503);
        assertThat(rows.get(502)).endsWith(",502,ok,,52.0,7");
        HttpResponse<String> several = get("/api/export/data?format=csv");
        broker.stream("disk", Duration.ofSeconds(1));
        assertThat(several.statusCode()).isEqualTo(200);
        assertThat(get("/api/export/data?format=csv").body()).contains("csv has one table for each stream");
    }

    @Test
    void handsOutOneListOfAllStreamsByTheirTimes() throws Exception {
        SnapshotAppender disk = broker.stream("disk", Duration.ofSeconds(1));
        append(disk, "{\"percentage\":1.0}");
        broker.write(RecordKind.OK, "{\"percentage\":2.0}");
        String list = get("/api/export/data").body();
        Fields parsed = new PayloadReader().read(("{\"list\":" + list + "}").getBytes(StandardCharsets.UTF_8));
        Value.Sequence records = (Value.Sequence) parsed.get("list").orElseThrow();
        assertThat(records.values().stream().map(one -> TestClient.text((Fields) one, "stream")))
                .containsExactly("memory", "disk", "memory");
    }

    @Test
    void handsOutAPeriod() throws Exception {
        long second = EpochClock.SYSTEM.nanos();
        String between = Rfc3339.format(second);
        Await.until("the next millisecond", () -> EpochClock.SYSTEM.nanos() > second + 1_000_000);
        broker.write(RecordKind.OK, "{\"percentage\":51.0}");
        assertThat(get("/api/export/data?format=ndjson&from=" + between)
                        .body()
                        .lines()
                        .map(ExportRestTest::sequence))
                .containsExactly("2");
        assertThat(get("/api/export/data?format=ndjson&to=" + between)
                        .body()
                        .lines()
                        .map(ExportRestTest::sequence))
                .containsExactly("1");
        HttpResponse<String> day = get("/api/export/data?format=csv&from=2026-01-03T10:15:30Z");
        assertThat(day.headers().firstValue("content-disposition").orElseThrow())
                .endsWith("-2026-01-03T101530Z.csv\"");
        assertThat(get("/api/export/data?format=json&to=2001-01-01T00:00:00Z").body())
                .isEqualTo("[\n]\n");
    }

    @Test
    void compressesForWhoUnderstandsIt() throws Exception {
        many();
        HttpRequest request = HttpRequest.newBuilder(broker.page("/api/export/data?format=ndjson"))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(response.body().length).isLessThan(MANY * 200);
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text.lines()).hasSize(MANY + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format=xml",
                "streams=memroy",
                "streams=control-broker",
                "streams=,",
                "streams=..%2Fx",
                "from=yesterday",
                "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "stream=memory"
            })
    void refusesWhatCannotBeMeant(String query) throws Exception {
        HttpResponse<String> response = get("/api/export/data?" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void keepsOrdersToItself() throws Exception {
        try (OrderDesk desk = OrderDesk.open(new DataDirectory(root), "console", EpochClock.SYSTEM)) {
            desk.place(ControlOrder.of(EpochClock.SYSTEM.nanos(), "ann", ControlAction.RELOAD, Fields.NONE));
        }
        assertThat(get("/api/export/data?format=ndjson").body())
                .contains("\"stream\":\"memory\"")
                .doesNotContain("control-console");
    }

    @Test
    void saysThatThereAreNoReportsYet() throws Exception {
        HttpResponse<String> response = get("/api/export/report?format=pdf");
        assertThat(response.statusCode()).isEqualTo(501);
        assertThat(response.body()).contains("/api/export/data");
    }

    @Test
    void headTellsWhatItWouldBe() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(broker.page("/api/export/data?format=csv"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> response = http.send(head, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type").orElseThrow())
                    .startsWith("text/csv");
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void endsWithTheConnectionForAnOldClient() throws Exception {
        try (Socket socket = ask("GET /api/export/data?format=ndjson HTTP/1.0\r\n\r\n")) {
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(text)
                    .startsWith("HTTP/1.1 200 OK")
                    .doesNotContain("chunked")
                    .endsWith("\"data\":{\"percentage\":50.0}}\n");
        }
    }

    @Test
    void answersTheNextRequestOnTheSameConnection() throws Exception {
        String request = "GET /api/export/data?format=ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket = ask(request + "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(text).contains("\r\n0\r\n\r\nHTTP/1.1 200 OK").endsWith("{\"status\":\"ok\"}");
        }
    }

    @Test
    void whoReadsNothingDelaysNobodyAndIsCutOff() throws Exception {
        many();
        try (Socket idle = ask(slow())) {
            assertThat(get("/api/health").statusCode()).isEqualTo(200);
            assertThat(get("/api/export/data?format=ndjson").body().lines()).hasSize(MANY + 1);
            // The patience of the server is over when it has room for four others.
            Await.until("room for four", () -> openAtOnce() == 4);
            assertThat(end(idle)).doesNotEndWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void onlySoManyAreMadeAtOnceAndWhoGoesMakesRoom() throws Exception {
        many();
        List<Socket> all = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket one = ask(slow());
                all.add(one);
                assertThat(one.getInputStream().read()).isEqualTo('H');
            }
            HttpResponse<String> more = get("/api/export/data?format=ndjson&to=2001-01-01T00:00:00Z");
            assertThat(more.statusCode()).isEqualTo(503);
            assertThat(more.headers().firstValue("retry-after")).isPresent();
        } finally {
            for (Socket one : all) {
                one.close();
            }
        }
        Await.until(
                "room",
                () -> get("/api/export/data?format=ndjson&to=2001-01-01T00:00:00Z")
                                .statusCode()
                        == 200);
    }

    @Test
    void breaksOffWhenTheTokenIsRevoked() throws Exception {
        broker.close();
        Secret token = RunningBroker.token(root, "screen", Role.VIEWER);
        broker = new RunningBroker(root, "broker.auth=all");
        many();
        String request = slow().replace("\r\n\r\n", "\r\nAuthorization: Bearer " + token.reveal() + "\r\n\r\n");
        try (Socket socket = ask(request)) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            broker.revoke("screen");
            Await.until("it is refused", () -> status("/api/health", token) == 401);
            assertThat(end(socket)).doesNotEndWith("\r\n0\r\n\r\n");
        }
    }

    private int openAtOnce() throws IOException, InterruptedException {
        List<Socket> all = new ArrayList<>();
        int answered = 0;
        try {
            for (int i = 0; i < 4; i++) {
                Socket one = ask(slow());
                all.add(one);
                byte[] begin = one.getInputStream().readNBytes(12);
                answered += new String(begin, StandardCharsets.US_ASCII).equals("HTTP/1.1 200") ? 1 : 0;
            }
            return answered;
        } finally {
            for (Socket one : all) {
                one.close();
            }
        }
    }

    private int status(String path, Secret token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(broker.page(path))
                .header("Authorization", "Bearer " + token.reveal())
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    /** All that still comes, as far as the connection was not reset. */
    private static String end(Socket socket) {
        StringBuilder end = new StringBuilder();
        byte[] some = new byte[65536];
        try {
            for (int n = socket.getInputStream().read(some);
                    n > 0;
                    n = socket.getInputStream().read(some)) {
                end.setLength(0);
                end.append(new String(some, 0, n, StandardCharsets.US_ASCII));
            }
        } catch (IOException reset) {
            return "";
        }
        return end.toString();
    }

    private static String slow() {
        return "GET /api/export/data?format=ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private Socket ask(String request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), broker.port()));
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void many() {
        for (int i = 0; i < MANY; i++) {
            broker.write(RecordKind.OK, LONG);
        }
    }

    private static void append(SnapshotAppender stream, String payload) {
        stream.append(
                RecordKind.OK, EpochClock.SYSTEM.nanos(), ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sequence(String line) {
        return line.replaceAll(".*\"sequence\":(\\d+),.*", "$1");
    }
}
