package io.hostpulse.collector.source.network;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Map;
import oshi.software.os.InternetProtocolStats;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/** Counts connections through OSHI. */
final class OshiConnections implements Connections {

    private static final Map<TcpState, ConnectionState> STATES = Map.ofEntries(
            Map.entry(TcpState.ESTABLISHED, ConnectionState.ESTABLISHED),
            Map.entry(TcpState.SYN_SENT, ConnectionState.SYN_SENT),
            Map.entry(TcpState.SYN_RECV, ConnectionState.SYN_RECV),
            Map.entry(TcpState.FIN_WAIT_1, ConnectionState.FIN_WAIT1),
            Map.entry(TcpState.FIN_WAIT_2, ConnectionState.FIN_WAIT2),
            Map.entry(TcpState.TIME_WAIT, ConnectionState.TIME_WAIT),
            Map.entry(TcpState.CLOSED, ConnectionState.CLOSE),
            Map.entry(TcpState.CLOSE_WAIT, ConnectionState.CLOSE_WAIT),
            Map.entry(TcpState.LAST_ACK, ConnectionState.LAST_ACK),
            Map.entry(TcpState.LISTEN, ConnectionState.LISTEN),
            Map.entry(TcpState.CLOSING, ConnectionState.CLOSING));

    private final InternetProtocolStats protocols;

    OshiConnections(InternetProtocolStats protocols) {
        this.protocols = protocols;
    }

    @Override
    public Value count() {
        ConnectionCounts counts = new ConnectionCounts();
        long udp = 0;
        for (IPConnection connection : protocols.getConnections()) {
            if (connection.getType().startsWith("udp")) {
                udp++;
            } else if (STATES.containsKey(connection.getState())) {
                counts.add(STATES.get(connection.getState()));
            }
        }
        Fields.Builder fields = counts.fields();
        return fields.put("udp", udp).build();
    }
}
