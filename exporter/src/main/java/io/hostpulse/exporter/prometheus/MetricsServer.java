package io.hostpulse.exporter.prometheus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hostpulse.prometheus.Scrape;
import io.hostpulse.prometheus.text.Page;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code GET /metrics} and nothing else, with Java's own server. Two scrapes at a time; who is slow is cut off. */
final class MetricsServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);

    private static final String PATH = "/metrics";
    private static final int THREADS = 2;
    private static final int WAITING = 16;
    private static final int BACKLOG = 16;

    /** A web page elsewhere can let its own name mean this machine; then the name in its requests is not one of these. */
    private static final Pattern OWN_NAME =
            Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d{1,5})?");

    /** Java's server has its limits in properties, which it reads once; none of them is on by default but the idle connections. */
    private static final Map<String, String> LIMITS = Map.of(
            "jdk.httpserver.maxConnections", "32",
            "sun.net.httpserver.maxIdleConnections", "8",
            "sun.net.httpserver.maxReqTime", "5",
            "sun.net.httpserver.maxRspTime", "10",
            "sun.net.httpserver.maxReqHeaders", "50",
            "sun.net.httpserver.nodelay", "true");

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Scrape scrape;
    private final boolean onlyOwnNames;

    private MetricsServer(HttpServer server, Scrape scrape) {
        this.server = server;
        this.scrape = scrape;
        this.onlyOwnNames = server.getAddress().getAddress().isLoopbackAddress();
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "scrape");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Starts to listen. */
    static MetricsServer listen(InetSocketAddress address, Scrape scrape) throws IOException {
        LIMITS.forEach((name, limit) -> System.setProperty(name, System.getProperty(name, limit)));
        MetricsServer made = new MetricsServer(HttpServer.create(address, BACKLOG), scrape);
        made.server.setExecutor(made.threads);
        made.server.createContext("/", made::answer);
        made.server.start();
        return made;
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            Optional<String> refusal = refusal(exchange);
            if (refusal.isEmpty()) {
                scrape(exchange);
            }
        } catch (IOException e) {
            LOG.debug("{} did not take its answer: {}", exchange.getRemoteAddress(), e.toString());
        } catch (RuntimeException e) {
            // The server would only close the connection, and nobody would know why.
            LOG.warn("a scrape failed", e);
        }
    }

    /** Answers what is not to be answered with metrics; empty when there is nothing against it. */
    private Optional<String> refusal(HttpExchange exchange) throws IOException {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        String method = exchange.getRequestMethod();
        if (onlyOwnNames && !OWN_NAME.matcher(host).matches()) {
            return refuse(exchange, 421, "ask for 127.0.0.1 or localhost, the only names of this server");
        }
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return refuse(exchange, 404, "there is " + PATH + " and nothing else");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return refuse(exchange, 405, "only GET and HEAD can be used here");
        }
        return Optional.empty();
    }

    private static Optional<String> refuse(HttpExchange exchange, int status, String reason) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", (reason + "\n").getBytes(StandardCharsets.UTF_8));
        return Optional.of(reason);
    }

    private void scrape(HttpExchange exchange) throws IOException {
        Page page;
        try {
            page = scrape.answer(header(exchange, "Accept"), header(exchange, "Accept-Encoding"));
        } catch (IOException e) {
            LOG.warn("the streams cannot be read: {}", e.toString());
            refuse(exchange, 503, "the streams cannot be read: " + e.getMessage());
            return;
        }
        page.encoding().ifPresent(encoding -> exchange.getResponseHeaders().set("Content-Encoding", encoding));
        exchange.getResponseHeaders().set("Vary", "Accept, Accept-Encoding");
        send(exchange, 200, page.contentType(), page.body());
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().get(name)).map(values -> String.join(",", values));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
