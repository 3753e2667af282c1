package io.hostpulse.collector.source.gpu;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Finds out which ways to read cards work on this host. Used once. */
final class BackendSearch {

    private final GpuHost host;
    private final GpuOptions options;
    private final List<GpuBackend> found = new ArrayList<>();
    private final Map<BackendKind, String> tried = new EnumMap<>(BackendKind.class);

    BackendSearch(GpuHost host, GpuOptions options) {
        this.host = host;
        this.options = options;
    }

    /** Opens what works; nvidia-smi only where the library does not, since both have the same cards. */
    List<GpuBackend> search() {
        boolean nvidia = attempt(BackendKind.NVML, this::nvml);
        if (nvidia) {
            tried.put(BackendKind.NVIDIA_SMI, "not tried: nvml has its cards");
        } else {
            attempt(BackendKind.NVIDIA_SMI, this::smi);
        }
        attempt(BackendKind.SYSFS, () -> SysfsBackend.open(host.sys(), host.nanoTime()));
        return List.copyOf(found);
    }

    /** What came of each way, best first. */
    Map<BackendKind, String> tried() {
        return tried;
    }

    String summary() {
        return tried.entrySet().stream()
                .map(entry -> entry.getKey().word() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private interface Opening {
        GpuBackend open() throws NoCardsException;
    }

    private boolean attempt(BackendKind kind, Opening opening) {
        if (!options.backends().contains(kind)) {
            tried.put(kind, "switched off in the configuration");
            return false;
        }
        try {
            found.add(opening.open());
            tried.put(kind, "in use");
            return true;
        } catch (NoCardsException e) {
            tried.put(kind, e.getMessage());
            return false;
        }
    }

    private GpuBackend nvml() throws NoCardsException {
        String library = options.library().isEmpty() ? host.library() : options.library();
        return NvmlBackend.open(options, library, host.bus(), host.nanoTime());
    }

    private GpuBackend smi() throws NoCardsException {
        SmiProgram program = new SmiProgram(
                host.smi().orElseThrow(() -> new NoCardsException("it is not in PATH")), host.smiLimit());
        return SmiBackend.open(program, host.bus(), options.processes(), beside());
    }

    /** One thread, which is not kept while there is nothing to do. */
    private static Executor beside() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 15, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), work -> {
                    Thread thread = new Thread(work, "nvidia-smi");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
