package io.hostpulse.common.plugin;

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
 * @param <T> what it offers
 * @param path where it is
 * @param contract what it has to offer
 * @param problems told of each type that does not work
 */
record PluginJar<T extends PluginType>(Path path, PluginContract<T> contract, Consumer<String> problems) {

    /** Raised when a plugin that worked could work no longer. */
    private static final String API_VERSION = "1";

    private static final String API_ATTRIBUTE = "Hostpulse-Api";
    private static final String SERVICES = "META-INF/services/";

    /** Every interface of Hostpulse that a plugin may provide begins so; one jar may provide several. */
    private static final String OURS = SERVICES + "io.hostpulse.";

    /** Makes the types that the jar offers; at least one, unless a problem was told or it offers something else. */
    List<T> types() throws IOException {
        if (!offersAny()) {
            return List.of();
        }
        ClassLoader loader = new URLClassLoader(
                path.getFileName().toString(), new URL[] {path.toUri().toURL()}, new ApiClassLoader(contract));
        List<T> types = new ArrayList<>();
        Iterator<T> offered = ServiceLoader.load(contract.service(), loader).iterator();
        boolean more = true;
        for (int i = 0; more && i < 100; i++) {
            more = takeNext(offered, types);
        }
        return types;
    }

    private boolean takeNext(Iterator<T> offered, List<T> types) {
        try {
            if (!offered.hasNext()) {
                return false;
            }
            types.add(offered.next());
        } catch (ServiceConfigurationError e) {
            problems.accept(e.getCause() == null ? e.getMessage() : LoadingFailure.of(e.getCause()));
        } catch (RuntimeException | LinkageError e) {
            problems.accept(LoadingFailure.of(e));
        }
        return true;
    }

    private boolean offersAny() throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            checkVersion(jar);
            if (jar.stream().noneMatch(entry -> entry.getName().startsWith(OURS))) {
                throw new IOException("it has no file " + OURS + "…, which would name its types");
            }
            return jar.getEntry(SERVICES + contract.service().getName()) != null;
        }
    }

    private static void checkVersion(JarFile jar) throws IOException {
        Manifest manifest = jar.getManifest();
        String version = manifest == null ? null : manifest.getMainAttributes().getValue(API_ATTRIBUTE);
        if (version != null && !version.strip().equals(API_VERSION)) {
            throw new IOException(
                    "it was made for version " + version.strip() + " of the plugin interface; this is " + API_VERSION);
        }
    }
}
