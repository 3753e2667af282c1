package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A folder of sysfs with one value in each file.
 *
 * @param path where it is
 */
record SysfsFolder(Path path) {

    SysfsFolder in(String name) {
        return new SysfsFolder(path.resolve(name));
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** A number from the first of these files that has one; the reason of the last when none has. */
    Value number(LongFunction<Value> unit, String... files) {
        Value last = new Value.Missing(path + " does not exist");
        for (String file : files) {
            last = number(unit, file);
            if (!(last instanceof Value.Missing)) {
                return last;
            }
        }
        return last;
    }

    private Value number(LongFunction<Value> unit, String file) {
        Path where = path.resolve(file);
        if (!Files.exists(where)) {
            return new Value.Missing("there is no file " + file);
        }
        try {
            return unit.apply(
                    Long.parseLong(KernelFile.readOnce(where.toString()).restOfLine()));
        } catch (IOException e) {
            return new Value.Missing(e.getMessage());
        } catch (NumberFormatException e) {
            return new Value.Missing(where + " does not hold a whole number");
        }
    }

    Optional<String> text(String file) {
        return Optional.of(PciBus.line(path.resolve(file))).filter(line -> !line.isEmpty());
    }

    List<String> lines(String file) throws IOException {
        return Files.readAllLines(path.resolve(file));
    }

    /** The folders or files in it whose names match, in the order of their names. */
    List<SysfsFolder> children(String glob) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, glob)) {
            Stream<Path> all = StreamSupport.stream(found.spliterator(), false);
            return all.sorted().map(SysfsFolder::new).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    String name() {
        return path.getFileName().toString();
    }
}
