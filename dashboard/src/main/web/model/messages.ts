import { isObject, type Json, type JsonObject } from './json';

export interface StreamState {
  readonly sequence: number;
  readonly timestamp: string;
  readonly age_ms: number;
  readonly stale: boolean;
}

export interface NoData {
  readonly state: string;
  readonly reason: string;
}

export type Level = 'INFO' | 'WARNING' | 'CRITICAL';
export type AlertState = 'pending' | 'firing' | 'acknowledged' | 'resolved';

export interface Note {
  readonly timestamp?: string;
  readonly author?: string;
  readonly by?: string;
  readonly text?: string;
}

export interface Alert {
  readonly id: string;
  readonly timestamp: string;
  readonly since: string;
  readonly component: string;
  readonly metric: string;
  readonly dimension?: string;
  readonly rule: string;
  readonly level: Level;
  readonly state: AlertState;
  readonly message: string;
  readonly value?: number;
  readonly threshold?: number;
  readonly peak?: number;
  readonly resolved?: string;
  readonly flapping?: boolean;
  readonly acknowledged?: Note;
  readonly notes?: readonly Note[];
}

export interface Connected {
  readonly type: 'connection';
  readonly host: string;
  readonly server_version: string;
  readonly interval: number;
  readonly streams: readonly string[];
  readonly timestamp: string;
  /** What `subscribe` understands, such as `since`; absent when it is the first form of the protocol. */
  readonly capabilities?: readonly string[];
}

export interface MonitoringData {
  readonly type: 'monitoring_data';
  readonly timestamp: string;
  readonly tick: number;
  readonly cursor?: string;
  readonly data: { readonly [stream: string]: JsonObject };
  readonly streams: { readonly [stream: string]: StreamState };
  readonly no_data: { readonly [stream: string]: NoData };
  readonly alerts?: readonly Alert[];
  readonly skipped?: number;
  /** Missed, and sent again: it belongs into the charts only. */
  readonly replayed?: boolean;
  readonly delta?: boolean;
}

export interface GapMessage {
  readonly type: 'gap';
  readonly timestamp: string;
  readonly stream: string;
  readonly count: number;
  readonly reason: string;
}

export interface AlertMessage {
  readonly type: 'alert';
  readonly timestamp: string;
  readonly event: string;
  readonly alert: Alert;
}

export interface Answer {
  readonly type: 'subscribed' | 'unsubscribed' | 'pong' | 'status' | 'done' | 'error';
  readonly id?: string | number;
  readonly message?: string;
  /** Whether everything since what was asked for is still kept. */
  readonly recovered?: boolean;
}

export type ServerMessage = Connected | MonitoringData | GapMessage | AlertMessage | Answer;

const KNOWN = new Set([
  'connection',
  'monitoring_data',
  'gap',
  'alert',
  'subscribed',
  'unsubscribed',
  'pong',
  'status',
  'done',
  'error',
]);

/** What is not there must read like nothing, and not end the page. */
export function whole(value: JsonObject): MonitoringData {
  const parts = { data: value['data'] ?? {}, streams: value['streams'] ?? {}, no_data: value['no_data'] ?? {} };
  return { ...value, ...parts } as unknown as MonitoringData;
}

/** Reads a message; nothing when it is none that this page knows, so that a newer broker may say more. */
export function parseMessage(text: string): ServerMessage | undefined {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  if (!isObject(value) || typeof value['type'] !== 'string' || !KNOWN.has(value['type'])) return undefined;
  if (value['type'] === 'monitoring_data') {
    return value['delta'] === true ? (value as unknown as MonitoringData) : whole(value);
  }
  return value as unknown as ServerMessage;
}
