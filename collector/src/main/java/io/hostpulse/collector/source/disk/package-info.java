/** Space and inodes of the mounted filesystems, and what the disks below them are doing. */
package io.hostpulse.collector.source.disk;
