package io.hostpulse.collector.source.gpu;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What nvidia-smi says of the cards. Numbers come with their unit ("8.81 W"); what a card does not have is "N/A" or a sentence.
 * Versions 8 to 13 of the document differ in some names: each is asked for under all that it has had.
 */
record SmiText(SmiElement log) {

    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,15})(\\.\\d{1,6})?( .*)?");
    private static final String NOT_THERE = "nvidia-smi does not write it";

    /** Drivers until 450 counted by kind of bit error, later ones by kind of memory. */
    private static final String[][] CORRECTED = {
        {"sram_correctable", "dram_correctable"},
        {"single_bit/total"}
    };

    private static final String[][] UNCORRECTED = {
        {"sram_uncorrectable", "dram_uncorrectable"},
        {"sram_uncorrectable_parity", "sram_uncorrectable_secded", "dram_uncorrectable"},
        {"double_bit/total"}
    };

    List<CardReading> cards(boolean processes) {
        return log.children("gpu").stream().map(gpu -> card(gpu, processes)).toList();
    }

    private CardReading card(SmiElement gpu, boolean processes) {
        String address = PciBus.normal(gpu.attributes().getOrDefault("id", ""));
        CardReading.Builder card = CardReading.of(address);
        card.put(CardField.PCI_ADDRESS, address).put(CardField.VENDOR, "NVIDIA");
        card.put(CardField.BACKEND, BackendKind.NVIDIA_SMI.word());
        card.put(CardField.DRIVER_VERSION, text(log, "driver_version"));
        card.put(CardField.UUID, text(gpu, "uuid"));
        card.put(CardField.NAME, text(gpu, "product_name"));
        addMeasured(card, gpu);
        addErrors(card, gpu);
        card.put(CardField.THROTTLE_REASONS, throttleReasons(gpu));
        card.put(CardField.MIG_MODE, migMode(gpu));
        card.put(CardField.MIG_INSTANCES, migInstances(gpu));
        card.put(
                CardField.PROCESSES,
                processes ? processes(gpu) : new Value.Missing("not asked for: processes is false"));
        return card.build(CardState.ACTIVE, NOT_THERE);
    }

    private static void addMeasured(CardReading.Builder card, SmiElement gpu) {
        card.memory(
                whole(gpu, Units::mebibytes, "fb_memory_usage/total"),
                whole(gpu, Units::mebibytes, "fb_memory_usage/used"),
                whole(gpu, Units::mebibytes, "fb_memory_usage/free"));
        card.put(CardField.GPU_USAGE_PERCENT, whole(gpu, Units::percent, "utilization/gpu_util"));
        card.put(CardField.MEMORY_BANDWIDTH_PERCENT, whole(gpu, Units::percent, "utilization/memory_util"));
        card.put(CardField.TEMPERATURE, whole(gpu, Units::degrees, "temperature/gpu_temp"));
        card.put(CardField.FAN_PERCENT, whole(gpu, Units::percent, "fan_speed"));
        card.put(
                CardField.POWER_DRAW,
                watts(
                        gpu,
                        "gpu_power_readings/instant_power_draw",
                        "gpu_power_readings/power_draw",
                        "gpu_power_readings/average_power_draw",
                        "power_readings/power_draw"));
        card.put(
                CardField.POWER_LIMIT,
                watts(
                        gpu,
                        "gpu_power_readings/current_power_limit",
                        "power_readings/enforced_power_limit",
                        "power_readings/power_limit"));
        card.put(CardField.CLOCK_GRAPHICS, whole(gpu, Units::plain, "clocks/graphics_clock"));
        card.put(CardField.CLOCK_SM, whole(gpu, Units::plain, "clocks/sm_clock"));
        card.put(CardField.CLOCK_MEMORY, whole(gpu, Units::plain, "clocks/mem_clock"));
        card.put(CardField.CLOCK_GRAPHICS_MAX, whole(gpu, Units::plain, "max_clocks/graphics_clock"));
        card.put(CardField.CLOCK_SM_MAX, whole(gpu, Units::plain, "max_clocks/sm_clock"));
        card.put(CardField.CLOCK_MEMORY_MAX, whole(gpu, Units::plain, "max_clocks/mem_clock"));
        card.put(CardField.PCIE_TX_BYTES_PER_SEC, whole(gpu, Units::kilobytes, "pci/tx_util"));
        card.put(CardField.PCIE_RX_BYTES_PER_SEC, whole(gpu, Units::kilobytes, "pci/rx_util"));
    }

    private static void addErrors(CardReading.Builder card, SmiElement gpu) {
        card.put(CardField.ECC_CORRECTED_VOLATILE, errors(gpu, "ecc_errors/volatile/", CORRECTED));
        card.put(CardField.ECC_UNCORRECTED_VOLATILE, errors(gpu, "ecc_errors/volatile/", UNCORRECTED));
        card.put(CardField.ECC_CORRECTED_AGGREGATE, errors(gpu, "ecc_errors/aggregate/", CORRECTED));
        card.put(CardField.ECC_UNCORRECTED_AGGREGATE, errors(gpu, "ecc_errors/aggregate/", UNCORRECTED));
    }

    /** The sum of the first group whose every member is there; unknown as soon as one of them is. */
    private static Value errors(SmiElement gpu, String where, String[][] groups) {
        for (String[] group : groups) {
            if (Stream.of(group).allMatch(name -> gpu.first(where + name).isPresent())) {
                long sum = 0;
                for (String name : group) {
                    if (!(whole(gpu, Units::plain, where + name) instanceof Value.Whole count)) {
                        return whole(gpu, Units::plain, where + name);
                    }
                    sum += count.value();
                }
                return new Value.Whole(sum);
            }
        }
        return new Value.Missing(NOT_THERE);
    }

    private static Value throttleReasons(SmiElement gpu) {
        Optional<SmiElement> reasons = Stream.of("clocks_event_reasons", "clocks_throttle_reasons")
                .flatMap(name -> gpu.children(name).stream())
                .findFirst();
        if (reasons.isEmpty() || reasons.get().children().isEmpty()) {
            return new Value.Missing(
                    reasons.map(found -> unavailable(found.text())).orElse(NOT_THERE));
        }
        return new Value.Sequence(reasons.get().children().stream()
                .filter(reason -> reason.text().equals("Active"))
                .map(reason -> new Value.Text(reason.name().replaceFirst("^clocks_(event|throttle)_reason_", "")))
                .toList());
    }

    private static Value migMode(SmiElement gpu) {
        return switch (gpu.first("mig_mode/current_mig").orElse("")) {
            case "Enabled" -> new Value.Text("enabled");
            case "Disabled" -> new Value.Text("disabled");
            case "" -> new Value.Missing(NOT_THERE);
            default ->
                new Value.Missing(unavailable(gpu.first("mig_mode/current_mig").orElseThrow()));
        };
    }

    private static Value migInstances(SmiElement gpu) {
        if (!gpu.first("mig_mode/current_mig").orElse("").equals("Enabled")) {
            return new Value.Missing(NvmlMig.NOT_DIVIDED);
        }
        List<Value> instances = new ArrayList<>();
        for (SmiElement all : gpu.children("mig_devices")) {
            all.children("mig_device").forEach(instance -> instances.add(instance(instance)));
        }
        return new Value.Sequence(instances);
    }

    private static Fields instance(SmiElement instance) {
        return Fields.builder()
                .put("gpu_instance", whole(instance, Units::plain, "gpu_instance_id"))
                .put("compute_instance", whole(instance, Units::plain, "compute_instance_id"))
                .put("uuid", text(instance, "uuid"))
                .put("name", text(instance, "name"))
                .put("memory_total", whole(instance, Units::mebibytes, "fb_memory_usage/total"))
                .put("memory_used", whole(instance, Units::mebibytes, "fb_memory_usage/used"))
                .put("memory_free", whole(instance, Units::mebibytes, "fb_memory_usage/free"))
                .build();
    }

    private static Value processes(SmiElement gpu) {
        List<Value> programs = new ArrayList<>();
        for (SmiElement all : gpu.children("processes")) {
            for (SmiElement program : all.children("process_info")) {
                programs.add(Fields.builder()
                        .put("pid", whole(program, Units::plain, "pid"))
                        .put("name", text(program, "process_name"))
                        .put("memory", whole(program, Units::mebibytes, "used_memory"))
                        .build());
            }
        }
        return new Value.Sequence(programs);
    }

    private static Value text(SmiElement element, String path) {
        return element.first(path)
                .map(text -> isNumberOrName(text) ? new Value.Text(text) : new Value.Missing(unavailable(text)))
                .orElse(new Value.Missing(NOT_THERE));
    }

    private static boolean isNumberOrName(String text) {
        return !text.isEmpty() && !text.equals("N/A") && !text.startsWith("[");
    }

    private static Value whole(SmiElement element, LongFunction<Value> unit, String path) {
        Optional<String> text = element.first(path);
        Optional<Matcher> number = text.map(NUMBER::matcher).filter(Matcher::matches);
        return number.isPresent()
                ? unit.apply(Long.parseLong(number.get().group(1)))
                : new Value.Missing(text.map(SmiText::unavailable).orElse(NOT_THERE));
    }

    /** The first of the paths that has a number. */
    private static Value watts(SmiElement gpu, String... paths) {
        for (String path : paths) {
            Optional<Matcher> number = gpu.first(path).map(NUMBER::matcher).filter(Matcher::matches);
            if (number.isPresent()) {
                String fraction =
                        number.get().group(2) == null ? "" : number.get().group(2);
                return Units.milliWatts(
                        Math.round(Double.parseDouble(number.get().group(1) + fraction) * 1000));
            }
        }
        return new Value.Missing(gpu.first(paths).map(SmiText::unavailable).orElse(NOT_THERE));
    }

    private static String unavailable(String text) {
        return text.isEmpty() ? "nvidia-smi writes nothing" : "nvidia-smi says " + text;
    }
}
