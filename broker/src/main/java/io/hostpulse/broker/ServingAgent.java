package io.hostpulse.broker;

import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.ws.Server;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.ProcessContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feed together with the server it feeds: they begin and end with each other. */
record ServingAgent(Agent feed, Server server, Audience audience, Threads threads, LiveLimits live, Path portFile)
        implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(ServingAgent.class);

    /** Enough for clients that read to answer a close frame. */
    private static final long GOODBYE_MILLIS = 1000;

    /** Tells where it listens, in the log and to scripts, which cannot know what port 0 became. */
    static ServingAgent start(
            Agent feed, Server server, Audience audience, Threads threads, LiveLimits live, ProcessContext context)
            throws IOException {
        LOG.info("listening on {}", server.address());
        Path portFile = context.data().run().resolve(context.name() + ".port");
        Files.writeString(portFile, Integer.toString(server.address().getPort()));
        return new ServingAgent(feed, server, audience, threads, live, portFile);
    }

    @Override
    public long doWork(long now) {
        return Math.min(feed.doWork(now), live.look(now));
    }

    @Override
    public boolean isReady() {
        return feed.isReady();
    }

    @Override
    public void drain() {
        server.close();
        CompletableFuture<Void> allGone = audience.closeAll(live.get().reconnectSpread(), RandomGenerator.getDefault());
        try {
            allGone.get(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.info("some clients did not answer the goodbye within {} ms", GOODBYE_MILLIS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("clients were not closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        feed.close();
        threads.close();
        try {
            Files.deleteIfExists(portFile);
        } catch (IOException e) {
            LOG.warn("{} was not removed: {}", portFile, e.toString());
        }
    }
}
