package io.hostpulse.common.net;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that end when nobody has needed them for a while, and never hold up the end of the process. */
public final class SingleThreads {

    private static final int IDLE_SECONDS = 10;

    private SingleThreads() {}

    /**
     * Makes the thread on which times run out.
     *
     * @return it; whoever asked for it shuts it down
     */
    public static ScheduledThreadPoolExecutor alarms() {
        ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "net-alarm"));
        alarms.setRemoveOnCancelPolicy(true);
        alarms.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        alarms.allowCoreThreadTimeOut(true);
        return alarms;
    }

    static ExecutorService lookups() {
        ThreadPoolExecutor lookups = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> daemon(work, "net-lookup"));
        lookups.allowCoreThreadTimeOut(true);
        return lookups;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
