package io.hostpulse.collector.source.gpu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * NVIDIA's cards through their driver's program. It takes between half a second and some seconds, which is too long inside a
 * read and between two reads: it runs beside them, and a read shows what it said last.
 */
final class SmiBackend implements GpuBackend {

    private static final String GONE = "nvidia-smi no longer lists this card";

    private final SmiProgram program;
    private final PciBus bus;
    private final boolean processes;
    private final Executor beside;

    /** What each card said last. Written by the thread beside, as a whole. */
    private volatile Map<String, CardReading> newest;

    private volatile boolean running;

    private SmiBackend(
            SmiProgram program, PciBus bus, boolean processes, Executor beside, Map<String, CardReading> first) {
        this.program = program;
        this.bus = bus;
        this.processes = processes;
        this.beside = beside;
        this.newest = first;
    }

    static SmiBackend open(SmiProgram program, PciBus bus, boolean processes, Executor beside) throws NoCardsException {
        SmiBackend backend = new SmiBackend(program, bus, processes, beside, Map.of());
        try {
            backend.newest = backend.ask();
        } catch (IOException e) {
            throw new NoCardsException(e.getMessage());
        }
        if (backend.newest.isEmpty()) {
            throw new NoCardsException("it lists no card");
        }
        return backend;
    }

    @Override
    public String name() {
        return BackendKind.NVIDIA_SMI.word();
    }

    @Override
    public List<CardReading> read() {
        List<CardReading> readings = List.copyOf(newest.values());
        if (!running) {
            running = true;
            beside.execute(this::refresh);
        }
        return readings;
    }

    private void refresh() {
        try {
            newest = ask();
        } catch (IOException e) {
            newest = newest.values().stream()
                    .map(card -> card.instead(CardState.LOST, e.getMessage()))
                    .collect(Collectors.toMap(CardReading::key, card -> card, (a, b) -> a, LinkedHashMap::new));
        } finally {
            running = false;
        }
    }

    /** While one card sleeps the others are asked one by one: asked for all, it would wake the one. */
    private Map<String, CardReading> ask() throws IOException {
        List<String> cards = bus.nvidiaCards();
        List<String> asleep = cards.stream().filter(bus::isAsleep).toList();
        Map<String, CardReading> told = new LinkedHashMap<>();
        for (String[] arguments : questions(cards, asleep)) {
            SmiText text = new SmiText(SmiXml.parse(program.run(arguments)));
            text.cards(processes).forEach(card -> told.put(card.key(), card));
        }
        return withSilent(told, asleep);
    }

    private static List<String[]> questions(List<String> cards, List<String> asleep) {
        List<String[]> questions = new ArrayList<>();
        if (asleep.isEmpty()) {
            questions.add(new String[] {"-q", "-x"});
        }
        cards.stream()
                .filter(card -> !asleep.isEmpty() && !asleep.contains(card))
                .forEach(card -> questions.add(new String[] {"-q", "-x", "-i", card}));
        return questions;
    }

    private Map<String, CardReading> withSilent(Map<String, CardReading> told, List<String> asleep) {
        Map<String, CardReading> all = new LinkedHashMap<>();
        newest.forEach((address, card) -> all.put(address, card.instead(CardState.LOST, GONE)));
        for (String address : asleep) {
            CardReading known = newest.getOrDefault(address, new NvmlCard(address, BackendKind.NVIDIA_SMI).asleep());
            all.put(address, known.instead(CardState.ASLEEP, NvmlCard.ASLEEP));
        }
        all.putAll(told);
        return all;
    }
}
