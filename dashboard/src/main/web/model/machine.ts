import { isSource } from './fields';
import { listAt, numberAt, objectAt, textAt, type JsonObject } from './json';
import type { Scene } from './scene';
import type { Alert } from './messages';

export type Tone = 'critical' | 'warning' | 'none' | 'stale' | 'ok';

const ORDER: readonly Tone[] = ['critical', 'warning', 'none', 'stale', 'ok'];

/** How bad it is, for sorting: the worst first. */
export function rank(tone: Tone): number {
  return ORDER.indexOf(tone);
}

/** What is the matter with a source: its worst alert that is on, then that it has no data, then that its data is old. */
export function toneOf(scene: Scene, stream: string): Tone {
  const levels = scene.alerts.list().filter((alert) => alert.component === stream).map((alert) => alert.level);
  if (levels.includes('CRITICAL')) return 'critical';
  const { state } = scene.freshness(stream);
  if (state === 'none') return 'none';
  if (state === 'stale') return 'stale';
  return levels.includes('WARNING') ? 'warning' : 'ok';
}

export interface Absent {
  readonly stream: string;
  readonly reason: string;
}

/** Sources that have nothing to read on this machine; the stream `pipeline` knows them and why. */
export function absentSources(pipeline: JsonObject | undefined): Absent[] {
  return listAt(pipeline, 'processes')
    .filter((process) => textAt(process, 'state') === 'absent')
    .map((process) => ({
      stream: (textAt(process, 'name') ?? '').replace(/^collector-/, ''),
      reason: textAt(process, 'condition') ?? 'it is not on this machine',
    }));
}

/** Why no alert would begin now, as far as the stream `pipeline` knows; nothing when the alerter runs, or when nobody says otherwise. */
export function nobodyWatches(pipeline: JsonObject | undefined): string | undefined {
  const alerter = listAt(pipeline, 'processes').find((process) => textAt(process, 'name') === 'alerter');
  const state = textAt(alerter, 'state') ?? 'running';
  return state === 'running' || state === 'starting' ? undefined : `The alerter does not run: ${textAt(alerter, 'condition') ?? state}`;
}

export interface Mount {
  readonly path: string;
  readonly snapshot: JsonObject;
  readonly percentage: number | undefined;
}

/** Filesystems, the fullest first; those that do not answer before all others. */
export function mounts(disk: JsonObject | undefined): Mount[] {
  return listAt(disk, 'mounts')
    .map((snapshot) => ({ path: textAt(snapshot, 'path') ?? '', snapshot, percentage: numberAt(snapshot, 'percentage') }))
    .sort((a, b) => (b.percentage ?? 101) - (a.percentage ?? 101) || a.path.localeCompare(b.path));
}

export function pressureOf(system: JsonObject | undefined, resource: 'cpu' | 'memory' | 'io'): number | undefined {
  return numberAt(objectAt(objectAt(objectAt(system, 'pressure'), resource), 'some'), 'avg10');
}

/** One sentence about the machine; everything else on the page is its proof. */
export interface Verdict {
  readonly tone: Tone | 'unknown';
  readonly title: string;
  readonly detail: string;
}

export function verdict(scene: Scene, alerts: readonly Alert[]): Verdict {
  if (scene.message === undefined) return { tone: 'unknown', title: 'Waiting for the first data', detail: '' };
  const open = alerts.filter((alert) => alert.state !== 'acknowledged');
  const critical = open.filter((alert) => alert.level === 'CRITICAL').length;
  const silent = Object.keys(scene.message.no_data).filter(isSource);
  const known = Object.keys(scene.message.streams).filter(isSource);
  const stale = known.filter((stream) => scene.freshness(stream).state === 'stale');
  const acknowledged = alerts.length - open.length;
  if (critical > 0) return { tone: 'critical', title: plural(critical, 'critical alert'), detail: others(open, open.length - critical, silent) };
  if (open.length > 0) return { tone: 'warning', title: plural(open.length, 'alert'), detail: others(open, 0, silent) };
  const unwatched = nobodyWatches(scene.snapshotOf('pipeline'));
  if (unwatched !== undefined) return { tone: 'none', title: 'Nobody watches the rules', detail: `${unwatched}. That no alert is on is no good news.` };
  if (silent.length > 0) return { tone: 'none', title: `No data from ${silent.join(', ')}`, detail: 'The reason stands below.' };
  if (stale.length > 0) return { tone: 'stale', title: `Old data from ${stale.join(', ')}`, detail: 'Nothing new has come for longer than usual.' };
  return {
    tone: 'ok',
    title: 'All is well',
    detail: `${plural(known.length, 'source')} with fresh data, ${
      acknowledged > 0 ? `${plural(acknowledged, 'alert')} acknowledged` : 'no alert on'
    }`,
  };
}

function others(open: readonly Alert[], warnings: number, silent: readonly string[]): string {
  const components = [...new Set(open.map((alert) => alert.component))].join(', ');
  return [components, warnings > 0 ? `and ${plural(warnings, 'warning')}` : '', silent.length > 0 ? `no data from ${silent.join(', ')}` : '']
    .filter((text) => text !== '')
    .join(', ');
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
