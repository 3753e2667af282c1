import { describe, expect, it } from 'vitest';
import { exportPath, fileName } from '@/model/exportData';
import { DEFAULT_PERIOD, period } from '@/views/settings/exportPeriod';

const FROM = Date.parse('2026-01-03T10:00:00Z');
const TO = Date.parse('2026-01-03T11:00:00Z');

describe('An export', () => {
  it('is asked for by period, form and streams', () => {
    const path = exportPath({ format: 'csv', from: FROM, to: TO, streams: ['memory', 'disk'] });
    expect(path).toBe('/api/export/data?format=csv&from=2026-01-03T10%3A00%3A00.000Z&to=2026-01-03T11%3A00%3A00.000Z&streams=memory%2Cdisk');
  });

  it('names no streams when it is of all', () => {
    expect(exportPath({ format: 'json', from: FROM, to: TO, streams: [] })).not.toContain('streams');
  });

  it('has a name that every system takes', () => {
    expect(fileName('a/b:c', { format: 'ndjson', from: FROM, to: TO, streams: [] })).toBe('hostpulse-a_b_c-2026-01-03T100000Z.ndjson');
    expect(fileName('atlas', { format: 'csv', from: FROM, to: TO, streams: ['memory'] })).toBe('hostpulse-atlas-memory-2026-01-03T100000Z.csv');
  });

  it('is of the last hour until something else is chosen', () => {
    expect(period(DEFAULT_PERIOD, TO)).toEqual({ from: FROM, to: TO });
  });

  it('ends now when no end was chosen, and is none when it ends before it begins', () => {
    expect(period({ minutes: 0, from: '2026-01-03T10:00:00Z', to: '' }, TO)).toEqual({ from: FROM, to: TO });
    expect(period({ minutes: 0, from: '2026-01-03T12:00:00Z', to: '' }, TO)).toBeUndefined();
    expect(period({ minutes: 0, from: '', to: '' }, TO)).toBeUndefined();
  });
});
