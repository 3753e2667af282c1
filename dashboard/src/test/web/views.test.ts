import { describe, expect, it } from 'vitest';
import { readPreferences } from '@/app/preferences';
import { link, parseRoute } from '@/app/routes';
import { duration, ago } from '@/format/time';
import * as units from '@/format/units';
import { filtered, processes, sorted, tree } from '@/views/processes/processList';

describe('routes', () => {
  it('survive being written and read', () => {
    const text = link('disks', '/mnt/a b?#/é', { from: '1', filter: 'a&b=c' });
    const route = parseRoute(text);
    expect(route.view).toBe('disks');
    expect(route.detail).toBe('/mnt/a b?#/é');
    expect(route.query.get('filter')).toBe('a&b=c');
  });

  it('lead to the overview when there is nothing, and never fail', () => {
    expect(parseRoute('').view).toBe('overview');
    expect(parseRoute('#/').view).toBe('overview');
    expect(parseRoute('#/%E0%A4%A').view).toBe('%E0%A4%A');
  });
});

describe('preferences', () => {
  it('take only what is valid of what was stored', () => {
    const read = readPreferences('{"theme":"dark","units":"furlongs","windowMinutes":-1,"other":1}');
    expect(read).toMatchObject({ theme: 'dark', units: 'binary', windowMinutes: 5 });
    expect(read).not.toHaveProperty('other');
  });

  it('are the defaults when what was stored is nonsense', () => {
    expect(readPreferences('[')).toMatchObject({ theme: 'system' });
    expect(readPreferences('null')).toMatchObject({ theme: 'system' });
    expect(readPreferences(null)).toMatchObject({ theme: 'system' });
  });
});

describe('units', () => {
  it('have three digits that matter', () => {
    expect(units.bytes(0)).toBe('0 B');
    expect(units.bytes(1023)).toBe('1023 B');
    expect(units.bytes(1024 * 1024 - 1)).toBe('1.00 MB');
    expect(units.bytes(1536)).toBe('1.50 KB');
    expect(units.bytes(25_276_502_016)).toBe('23.5 GB');
    expect(units.bytes(25_276_502_016, 'decimal')).toBe('25.3 GB');
    expect(units.bytesPerSecond(128 * 1024 * 1024)).toBe('128 MB/s');
    expect(units.percent(3.14159)).toBe('3.1 %');
    expect(units.percent(100)).toBe('100 %');
    expect(units.megahertz(2596)).toBe('2.60 GHz');
    expect(units.short(1234)).toBe('1.23 K');
  });

  it('show nothing, and not 0, for what is not known', () => {
    for (const format of [units.bytes, units.percent, units.count, units.perSecond, units.celsius, units.watts, units.megahertz]) {
      expect(format(undefined)).toBe(units.NOTHING);
    }
    expect(duration(undefined)).toBe(units.NOTHING);
    expect(duration(NaN)).toBe(units.NOTHING);
  });
});

describe('durations', () => {
  it('have at most two units', () => {
    expect(duration(340)).toBe('340 ms');
    expect(duration(1500)).toBe('1.5 s');
    expect(duration(200_000)).toBe('3 min 20 s');
    expect(duration(3_600_000)).toBe('1 h');
    expect(duration(90_000_000)).toBe('1 d 1 h');
    expect(ago(90_000)).toBe('1 min ago');
  });
});

const SNAPSHOT = {
  top_cpu: [
    { pid: 10, parent_pid: 1, name: 'shell', user: 'ada', cpu_percent: 5, memory: 100 },
    { pid: 11, parent_pid: 10, name: '<img src=x>', user: 'ada', cpu_percent: 90, memory: 50, command: 'evil --now' },
  ],
  top_memory: [
    { pid: 12, parent_pid: 11, name: 'child', user: 'bob', cpu_percent: null, memory: 900 },
    { pid: 10, parent_pid: 1, name: 'shell', user: 'ada', cpu_percent: 5, memory: 100 },
  ],
};

describe('processes', () => {
  const all = processes(SNAPSHOT);

  it('are listed once, though they are in both lists', () => {
    expect(all.map(({ pid }) => pid).sort()).toEqual([10, 11, 12]);
  });

  it('are sorted with what is not known at the end, either way', () => {
    expect(sorted(all, { key: 'cpu', isDown: true }).map(({ pid }) => pid)).toEqual([11, 10, 12]);
    expect(sorted(all, { key: 'cpu', isDown: false }).map(({ pid }) => pid)).toEqual([10, 11, 12]);
  });

  it('are found by every word, in name, command, user or number', () => {
    expect(filtered(all, 'evil ada').map(({ pid }) => pid)).toEqual([11]);
    expect(filtered(all, '12').map(({ pid }) => pid)).toEqual([12]);
    expect(filtered(all, '  ')).toHaveLength(3);
  });

  it('stand under their parents in the tree', () => {
    expect(tree(sorted(all, { key: 'memory', isDown: true })).map(({ pid, depth }) => [pid, depth])).toEqual([
      [10, 0],
      [11, 1],
      [12, 2],
    ]);
  });

  it('end, though two may claim to be each other’s parent', () => {
    const odd = processes({ top_cpu: [{ pid: 5, parent_pid: 5, name: 'own' }] });
    expect(tree(odd)).toHaveLength(1);
  });
});
