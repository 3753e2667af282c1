package io.hostpulse.collector.plugin;

import io.hostpulse.collector.source.SourceType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * One jar. Its class loader stays open as long as the process lives, since its classes are loaded as they are needed.
 *
 * @param path where it is
 * @param problems told of each type that does not work
 */
record PluginJar(Path path, Consumer<String> problems) {

    /** Raised when a plugin that worked could work no longer. */
    private static final String API_VERSION = "1";

    private static final String API_ATTRIBUTE = "Hostpulse-Api";
    private static final String SERVICE = "META-INF/services/" + SourceType.class.getName();

    /** Makes the types that the jar offers; at least one, unless a problem was told. */
    List<SourceType> types() throws IOException {
        checkContent();
        ClassLoader loader = new URLClassLoader(
                path.getFileName().toString(),
                new URL[] {path.toUri().toURL()},
                new ApiClassLoader(SourceType.class.getClassLoader()));
        List<SourceType> types = new ArrayList<>();
        Iterator<SourceType> offered =
                ServiceLoader.load(SourceType.class, loader).iterator();
        boolean more = true;
        for (int i = 0; more && i < 100; i++) {
            more = takeNext(offered, types);
        }
        return types;
    }

    private boolean takeNext(Iterator<SourceType> offered, List<SourceType> types) {
        try {
            if (!offered.hasNext()) {
                return false;
            }
            types.add(offered.next());
        } catch (ServiceConfigurationError e) {
            problems.accept(e.getCause() == null ? e.getMessage() : Reason.of(e.getCause()));
        } catch (RuntimeException | LinkageError e) {
            problems.accept(Reason.of(e));
        }
        return true;
    }

    private void checkContent() throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            if (jar.getEntry(SERVICE) == null) {
                throw new IOException("it has no file " + SERVICE + ", which would name its types");
            }
            Manifest manifest = jar.getManifest();
            String version =
                    manifest == null ? null : manifest.getMainAttributes().getValue(API_ATTRIBUTE);
            if (version != null && !version.strip().equals(API_VERSION)) {
                throw new IOException("it was made for version " + version.strip()
                        + " of the plugin interface; this is " + API_VERSION);
            }
        }
    }
}
