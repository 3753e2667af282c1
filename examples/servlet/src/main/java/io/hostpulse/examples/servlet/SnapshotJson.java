package io.hostpulse.examples.servlet;

import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonValue;
import io.hostpulse.client.json.JsonWriter;
import io.hostpulse.client.message.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What pages are sent. Fields have the names of docs/METRICS.md. */
final class SnapshotJson {

    private static final JsonWriter WRITER = new JsonWriter();

    private SnapshotJson() {}

    static String of(Snapshot snapshot) {
        Map<String, JsonValue> noData = new LinkedHashMap<>();
        new TreeMap<>(snapshot.noData())
                .forEach((stream, why) -> noData.put(stream, new JsonValue.Text(why.state() + ": " + why.reason())));
        List<JsonValue> alerts = snapshot.alerts().stream()
                .<JsonValue>map(alert -> alert.fields().json())
                .toList();
        Map<String, JsonValue> page = new LinkedHashMap<>();
        page.put("timestamp", new JsonValue.Text(snapshot.timestamp().toString()));
        page.put("data", snapshot.data());
        page.put("no_data", new JsonObject(noData));
        page.put("alerts", new JsonValue.Array(alerts));
        return WRITER.text(new JsonObject(page));
    }

    static String text(String name, String value) {
        return WRITER.text(new JsonObject(Map.of(name, new JsonValue.Text(value))));
    }
}
