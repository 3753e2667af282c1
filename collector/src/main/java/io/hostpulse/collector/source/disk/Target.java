package io.hostpulse.collector.source.disk;

import java.util.Optional;

/**
 * A path whose space is asked for.
 *
 * @param path the path
 * @param mount the mount it lies in, if it is known
 */
record Target(String path, Optional<Mount> mount) {}
