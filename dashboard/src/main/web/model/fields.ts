import { isObject, type Json, type JsonObject } from './json';

/** Whether a stream tells of the machine; the others are the alerter's journal and its orders, which come when they come. */
export function isSource(stream: string): boolean {
  return stream !== 'alerts' && !stream.startsWith('control-');
}

const MAX_DEPTH = 5;

/** What may tell the elements of a list apart, as in the server's history. */
const NAMES = ['name', 'path', 'device', 'uuid', 'id', 'label'];

/** Lists whose elements come and go with processes: each would be a new series. */
const PASSED_OVER = new Set(['missing', 'top_cpu', 'top_memory', 'zombies', 'consumers', 'sessions', 'reasons', 'trend']);

/**
 * Finds every number of a snapshot: `usage_percent`, `per_core_usage[3]`, `mounts[/home].percentage`. The names are those of the
 * server's history, so that both can be drawn in one line.
 */
export function numbersOf(snapshot: JsonObject): Map<string, number> {
  const found = new Map<string, number>();
  collect('', snapshot, found, 0);
  return found;
}

function collect(path: string, value: Json | undefined, found: Map<string, number>, depth: number): void {
  if (typeof value === 'number') {
    if (Number.isFinite(value)) found.set(path, value);
  } else if (depth < MAX_DEPTH && Array.isArray(value)) {
    const names = elementNames(value);
    value.forEach((element, i) => collect(`${path}[${names[i]}]`, element, found, depth + 1));
  } else if (depth < MAX_DEPTH && isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      if (!PASSED_OVER.has(name)) collect(path === '' ? name : `${path}.${name}`, member, found, depth + 1);
    }
  }
}

/** What the elements of a list are called in the names of fields. */
export function elementNames(list: readonly Json[]): string[] {
  for (const key of NAMES) {
    const names = list.map((element) => (isObject(element) ? element[key] : undefined));
    const usable = names.every((name) => typeof name === 'string' || typeof name === 'number');
    if (usable && new Set(names).size === list.length) return names.map(String);
  }
  const labels = list.map((element) => (isObject(element) ? `${String(element['chip'])}/${String(element['label'])}` : ''));
  return new Set(labels).size === list.length && list.every(isObject) ? labels : list.map((_, i) => String(i));
}

const DRAWN: Readonly<Record<string, RegExp>> = {
  processor: /^(usage|user|system|iowait|steal)_percent$|^per_core_usage|^load_|^frequency_current$/,
  memory: /^(percentage|used|available|cached|free)$|^swap\.(percentage|used)$/,
  disk: /percentage$|bytes_per_sec$|(reads|writes)_per_sec$|busy_percent$|queue_depth$/,
  network: /_per_sec$|^connections\./,
  system: /^pressure\..*\.avg10$|^kernel\.(context_switches|interrupts|forks)_per_sec$|^(threads|processes)$|^tcp\.(established|retransmits_per_sec)$/,
  process: /^(total|threads)$|^states\./,
  gpu: /(usage_percent|temperature|power_draw|memory_usage_percent|fan_percent|memory_used|clock_graphics)$/,
  sensors: /^temperature_max$|\.(temperature|speed|power|percentage|voltage|current)$/,
  pipeline: /^(rss|pss|cpu_percent|disk_bytes|heap_used)$|^processes\[.*\]\.(rss|cpu_percent)$|\.lag$|\.records_per_sec$/,
};

/** The numbers that a chart may want: all of a stream of the user's own, a choice of what can be hundreds. */
export function drawnOf(stream: string, snapshot: JsonObject): Map<string, number> {
  const numbers = numbersOf(snapshot);
  const drawn = DRAWN[stream];
  if (drawn === undefined) return numbers;
  for (const field of numbers.keys()) {
    if (!drawn.test(field)) numbers.delete(field);
  }
  return numbers;
}
