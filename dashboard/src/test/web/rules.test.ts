import { describe, expect, it } from 'vitest';
import { keyed, rounded, stepOf } from '@/views/rules/steps';
import { changes, isWatched } from '@/views/rules/thresholds';

const RULE = { condition: 'greater_than', inForce: { WARNING: 85, CRITICAL: 90 }, configured: { WARNING: 80, CRITICAL: 90 } };

describe('thresholds', () => {
  it('are ordered only where they change', () => {
    expect(changes({ WARNING: '85' }, RULE)).toEqual({ name: 'none' });
    expect(changes({ WARNING: '70', CRITICAL: '90' }, RULE)).toMatchObject({ name: 'some', body: { warning: 70 } });
    expect(changes({ WARNING: '70,5' }, RULE)).toMatchObject({ name: 'some', body: { warning: 70.5 } });
  });

  it('tell what they were and what they will be', () => {
    expect(changes({ WARNING: '70' }, RULE)).toMatchObject({ steps: [{ level: 'WARNING', from: 85, to: 70, isConfigured: false }] });
  });

  it('go back to the configured ones when the field is empty', () => {
    expect(changes({ WARNING: '' }, RULE)).toMatchObject({ name: 'some', body: { warning: null }, steps: [{ to: 80, isConfigured: true }] });
  });

  it('must be numbers', () => {
    expect(changes({ CRITICAL: 'much' }, RULE)).toMatchObject({ name: 'wrong', level: 'CRITICAL' });
    expect(changes({ CRITICAL: 'Infinity' }, RULE)).toMatchObject({ name: 'wrong', level: 'CRITICAL' });
  });

  it('must be graver the farther they are, whichever way that is', () => {
    expect(changes({ WARNING: '90' }, RULE)).toEqual({ name: 'wrong', level: 'CRITICAL', why: 'critical must be above warning' });
    const below = { condition: 'less_than', inForce: { WARNING: 20, CRITICAL: 10 }, configured: { WARNING: 20, CRITICAL: 10 } };
    expect(changes({ CRITICAL: '25' }, below)).toMatchObject({ name: 'wrong', why: 'critical must be below warning' });
    expect(changes({ CRITICAL: '15' }, below)).toMatchObject({ name: 'some' });
    expect(changes({ WARNING: '99' }, { ...RULE, condition: 'not_equal' })).toMatchObject({ name: 'some' });
  });

  it('belong to the charts of the fields that their rules watch', () => {
    expect(isWatched('memory.percentage', 'memory', 'percentage')).toBe(true);
    expect(isWatched('disk.mounts[*].percentage', 'disk', 'mounts[/home].percentage')).toBe(true);
    expect(isWatched('disk.mounts[*].percentage', 'disk', 'percentage')).toBe(false);
    expect(isWatched('memory.percentage', 'memory', 'percentageX')).toBe(false);
  });
});

describe('a threshold in a chart', () => {
  it('moves in round steps', () => {
    expect(stepOf(100)).toBe(0.5);
    expect(stepOf(300)).toBe(2);
    expect(stepOf(8e9)).toBe(5e7);
    expect(rounded(80.26, 0.5)).toBe(80.5);
    expect(rounded(0.1 + 0.2, 0.1)).toBe(0.3);
  });

  it('is led by the keys of a slider, and by no other', () => {
    expect(keyed('ArrowUp', 80, 0.5, 100)).toBe(80.5);
    expect(keyed('ArrowDown', 80, 0.5, 100)).toBe(79.5);
    expect(keyed('PageUp', 80, 0.5, 100)).toBe(85);
    expect(keyed('Home', 80, 0.5, 100)).toBe(0);
    expect(keyed('End', 80, 0.5, 100)).toBe(100);
    expect(keyed('ArrowDown', 0, 0.5, 100)).toBe(0);
    expect(keyed('Tab', 80, 0.5, 100)).toBeUndefined();
  });
});
