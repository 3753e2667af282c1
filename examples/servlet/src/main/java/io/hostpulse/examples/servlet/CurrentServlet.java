package io.hostpulse.examples.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The machine at this moment, as JSON; 503 with the reason when nothing is known. */
public final class CurrentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LatestSnapshot.State state =
                MonitoringListener.latest(getServletContext()).now();
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (state.snapshot().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        response.getWriter()
                .write(state.snapshot()
                        .map(SnapshotJson::of)
                        .orElseGet(() -> SnapshotJson.text("error", state.reason())));
    }
}
