import { listAt, numberAt, textAt, type JsonObject } from '../../model/json';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly command: string;
  readonly user: string;
  readonly state: string;
  readonly threads: number | undefined;
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
  readonly memoryPercent: number | undefined;
  readonly read: number | undefined;
  readonly write: number | undefined;
  readonly files: number | undefined;
  readonly started: string | undefined;
  /** Steps below the topmost process of the list that it descends from. */
  readonly depth: number;
}

export type SortKey = 'name' | 'pid' | 'user' | 'cpu' | 'memory' | 'threads' | 'read' | 'write' | 'files';

export interface Order {
  readonly key: SortKey;
  readonly isDown: boolean;
}

/** The processes of both lists of a snapshot, each once. */
export function processes(snapshot: JsonObject | undefined): Process[] {
  const found = new Map<number, Process>();
  for (const one of [...listAt(snapshot, 'top_cpu'), ...listAt(snapshot, 'top_memory')]) {
    const process = read(one);
    found.set(process.pid, process);
  }
  return [...found.values()];
}

function read(one: JsonObject): Process {
  return {
    pid: numberAt(one, 'pid') ?? 0,
    parent: numberAt(one, 'parent_pid') ?? 0,
    name: textAt(one, 'name') ?? '',
    command: textAt(one, 'command') ?? '',
    user: textAt(one, 'user') ?? '',
    state: textAt(one, 'state') ?? '',
    threads: numberAt(one, 'threads'),
    cpu: numberAt(one, 'cpu_percent'),
    memory: numberAt(one, 'memory'),
    memoryPercent: numberAt(one, 'memory_percent'),
    read: numberAt(one, 'read_bytes_per_sec'),
    write: numberAt(one, 'write_bytes_per_sec'),
    files: numberAt(one, 'open_files'),
    started: textAt(one, 'start_time'),
    depth: 0,
  };
}

export function filtered(list: readonly Process[], filter: string): Process[] {
  const words = filter.trim().toLowerCase().split(/\s+/);
  return list.filter((process) => {
    const text = `${process.name} ${process.command} ${process.user} ${process.pid} ${process.state}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Sorts; what is not known is always last, for it is neither much nor little. */
export function sorted(list: readonly Process[], { key, isDown }: Order): Process[] {
  const sign = isDown ? -1 : 1;
  return [...list].sort((a, b) => {
    const left = a[key];
    const right = b[key];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    const compared =
      typeof left === 'string' || typeof right === 'string' ? String(left).localeCompare(String(right)) : left - right;
    return sign * compared || a.pid - b.pid;
  });
}

/** Children under their parents, siblings in the order in which they come. Who has no parent in the list is a root. */
export function tree(list: readonly Process[]): Process[] {
  const known = new Set(list.map((process) => process.pid));
  const children = new Map<number, Process[]>();
  for (const process of list) {
    const parent = known.has(process.parent) && process.parent !== process.pid ? process.parent : 0;
    children.set(parent, [...(children.get(parent) ?? []), process]);
  }
  const placed: Process[] = [];
  const place = (parent: number, depth: number): void => {
    for (const process of children.get(parent) ?? []) {
      placed.push({ ...process, depth });
      if (process.pid !== 0) place(process.pid, depth + 1);
    }
  };
  place(0, 0);
  return placed;
}
