package io.hostpulse.collector.source.processor;

/**
 * Time spent since boot, in ticks of any length. Guest time is part of {@code user}, as Linux counts it.
 *
 * @param user running programs, at any priority
 * @param system in the kernel, interrupts included
 * @param idle doing nothing
 * @param iowait doing nothing while a disk was busy
 * @param steal ready to run while the hypervisor ran someone else
 */
record CpuTicks(long user, long system, long idle, long iowait, long steal) {

    long total() {
        return user + system + idle + iowait + steal;
    }

    long busy() {
        return user + system + steal;
    }

    /** What passed since an earlier read. Linux lets idle and iowait step back by a tick or so; that counts as nothing. */
    CpuTicks since(CpuTicks earlier) {
        return new CpuTicks(
                grown(earlier.user, user),
                grown(earlier.system, system),
                grown(earlier.idle, idle),
                grown(earlier.iowait, iowait),
                grown(earlier.steal, steal));
    }

    private static long grown(long before, long now) {
        return Math.max(0, now - before);
    }
}
