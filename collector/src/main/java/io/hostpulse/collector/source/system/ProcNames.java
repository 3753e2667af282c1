package io.hostpulse.collector.source.system;

/** What the names in /proc tell of the host as a whole. */
final class ProcNames {

    private ProcNames() {}

    /** Every process has a folder named by its number. */
    static long processes(String[] names) {
        long count = 0;
        for (String name : names) {
            if (Character.isDigit(name.charAt(0))) {
                count++;
            }
        }
        return count;
    }
}
