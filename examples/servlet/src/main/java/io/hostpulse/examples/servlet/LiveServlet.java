package io.hostpulse.examples.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Every snapshot as it comes, as server-sent events, which browsers read with {@code EventSource} and come back to by themselves. Each page
 * that looks takes a thread of the server; a slow one gets the newest snapshot when it is ready, and delays nobody.
 */
public final class LiveServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** So that pages that look leave threads for others. */
    private static final int MOST_PAGES = 50;

    /** Who went away without a word is noticed when something is written. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final transient Semaphore pages = new Semaphore(MOST_PAGES);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!pages.tryAcquire()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, MOST_PAGES + " pages look already");
            return;
        }
        try {
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            show(response.getOutputStream(), MonitoringListener.latest(getServletContext()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pages.release();
        }
    }

    private static void show(ServletOutputStream page, LatestSnapshot latest) throws IOException, InterruptedException {
        event(page, "connected", SnapshotJson.text("message", "this page follows the machine"));
        LatestSnapshot.State shown = latest.now();
        tell(page, shown);
        while (!shown.isOver()) {
            LatestSnapshot.State next = latest.after(shown, PATIENCE);
            if (next.equals(shown)) {
                write(page, ": nothing new\n\n");
            } else {
                tell(page, next);
            }
            shown = next;
        }
    }

    private static void tell(ServletOutputStream page, LatestSnapshot.State state) throws IOException {
        if (state.snapshot().isPresent()) {
            event(page, "monitoring_update", SnapshotJson.of(state.snapshot().get()));
        } else {
            event(page, "no_data", SnapshotJson.text("error", state.reason()));
        }
    }

    private static void event(ServletOutputStream page, String name, String json) throws IOException {
        write(page, "event: " + name + "\ndata: " + json + "\n\n");
    }

    private static void write(ServletOutputStream page, String text) throws IOException {
        page.write(text.getBytes(StandardCharsets.UTF_8));
        page.flush();
    }
}
