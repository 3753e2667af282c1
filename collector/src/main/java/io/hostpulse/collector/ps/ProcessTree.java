package io.hostpulse.collector.ps;

import io.hostpulse.collector.source.process.ProcessRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts children below their parents. A process whose parent is not there, or has ended while all were read, is a root; and because
 * parents are read at different moments, one that would be its own forefather is a root as well.
 */
final class ProcessTree {

    private final Map<Integer, ProcessRow> rows = new LinkedHashMap<>();
    private final Map<Integer, List<ProcessRow>> children = new HashMap<>();
    private final List<ProcessRow> roots = new ArrayList<>();

    /** Keeps the order of the rows among those with one parent. */
    ProcessTree(List<ProcessRow> ordered) {
        ordered.forEach(row -> rows.put(row.pid(), row));
        for (ProcessRow row : ordered) {
            if (hasParent(row)) {
                children.computeIfAbsent(row.parentPid(), pid -> new ArrayList<>())
                        .add(row);
            } else {
                roots.add(row);
            }
        }
    }

    private boolean hasParent(ProcessRow row) {
        Set<Integer> met = new HashSet<>();
        for (ProcessRow each = row; met.add(each.pid()); each = rows.get(each.parentPid())) {
            if (!rows.containsKey(each.parentPid())) {
                return rows.containsKey(row.parentPid());
            }
        }
        // A circle: the one with the smallest number begins it.
        return row.pid() != met.stream().min(Integer::compare).orElseThrow();
    }

    /** Adds all forefathers, so that nobody hangs in the air. */
    static List<ProcessRow> withForefathers(Collection<ProcessRow> chosen, List<ProcessRow> ordered) {
        Map<Integer, ProcessRow> byPid = new HashMap<>();
        ordered.forEach(row -> byPid.put(row.pid(), row));
        Set<Integer> kept = new HashSet<>();
        for (ProcessRow row : chosen) {
            for (ProcessRow each = row; each != null && kept.add(each.pid()); ) {
                each = byPid.get(each.parentPid());
            }
        }
        return ordered.stream().filter(row -> kept.contains(row.pid())).toList();
    }

    /** From the top to the bottom, without recursion: a chain of processes can be thousands long. */
    List<Branch> branches() {
        List<Branch> branches = new ArrayList<>(rows.size());
        Deque<Step> open = new ArrayDeque<>();
        roots.forEach(root -> open.addLast(new Step(root, "", "")));
        while (!open.isEmpty()) {
            Step step = open.removeFirst();
            branches.add(new Branch(step.before + step.knee, step.row));
            List<ProcessRow> below = children.getOrDefault(step.row.pid(), List.of());
            for (int i = below.size() - 1; i >= 0; i--) {
                open.addFirst(new Step(below.get(i), step.beforeChildren(), i == below.size() - 1 ? "└─ " : "├─ "));
            }
        }
        return branches;
    }

    /** Deeper than this the lines would fill the screen. */
    private static final int WIDEST = 120;

    private record Step(ProcessRow row, String before, String knee) {

        String beforeChildren() {
            if (before.length() >= WIDEST) {
                return before;
            }
            return switch (knee) {
                case "├─ " -> before + "│  ";
                case "└─ " -> before + "   ";
                default -> before;
            };
        }
    }
}
