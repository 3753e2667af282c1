import { readToken } from './token';
import { isObject, numberAt, textAt, type Json, type JsonObject } from './json';

/** Why the broker did not do what was asked, in its own words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Asks the broker over HTTP, with the token that is kept unless there is another one. */
export async function get(path: string, signal?: AbortSignal, token?: string): Promise<JsonObject> {
  return answer(await reach(path, signal === undefined ? {} : { signal }, token));
}

/** Asks for what is no JSON; its body is still to be read. */
export async function open(path: string, signal: AbortSignal): Promise<Response> {
  const response = await reach(path, { signal });
  if (!response.ok) await answer(response);
  return response;
}

/** Gives an order; resolves when the alerter has carried it out. */
export async function order(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: JsonObject): Promise<JsonObject> {
  const response = await reach(path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answered = await answer(response);
  return response.status === 202 ? outcome(numberAt(answered, 'order')) : answered;
}

const ASK_AGAIN_MS = 1000;
const ASK_TIMES = 60;

/** The alerter was busy: asks until it has carried the order out, or has refused it. */
async function outcome(number: number | undefined): Promise<JsonObject> {
  for (let i = 0; i < ASK_TIMES && number !== undefined; i++) {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    const state = await get(`/api/orders/${number}`);
    if (textAt(state, 'state') === 'done') return state;
    if (textAt(state, 'state') === 'refused') throw new ApiError(409, textAt(state, 'refusal') ?? 'The alerter refuses.');
  }
  throw new ApiError(202, 'The alerter has not answered yet. It carries this out as soon as it can.');
}

async function reach(path: string, init: RequestInit & { readonly headers?: Record<string, string> }, token = readToken()): Promise<Response> {
  const headers = { ...init.headers, ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) };
  try {
    return await fetch(path, { ...init, headers });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new ApiError(0, 'The broker cannot be reached.');
  }
}

async function answer(response: Response): Promise<JsonObject> {
  let body: Json = null;
  try {
    body = (await response.json()) as Json;
  } catch {
    // A proxy between may answer with a page: then the status has to do.
  }
  if (!response.ok) throw new ApiError(response.status, textAt(body, 'detail') ?? `The broker answered ${response.status}.`);
  return isObject(body) ? body : {};
}

export const api = {
  alerts: (hours: number, signal?: AbortSignal) => get(`/api/alerts?hours=${hours}&limit=200&state=all`, signal),
  /** Those that had begun before a time and were not over a number of hours ago. */
  alertsBefore: (time: number, hours: number, signal?: AbortSignal) =>
    get(`/api/alerts?hours=${hours}&limit=200&state=all&before=${encodeURIComponent(new Date(time).toISOString())}`, signal),
  alert: (id: string, signal?: AbortSignal) => get(`/api/alerts/${encodeURIComponent(id)}`, signal),
  acknowledge: (id: string, text: string) => order('POST', `/api/alerts/${encodeURIComponent(id)}/acknowledge`, said(text)),
  resolve: (id: string, text: string) => order('POST', `/api/alerts/${encodeURIComponent(id)}/resolve`, said(text)),
  note: (id: string, text: string) => order('POST', `/api/alerts/${encodeURIComponent(id)}/note`, { text }),
  silences: (signal?: AbortSignal) => get('/api/silences', signal),
  silence: (match: JsonObject, duration: string, comment: string) =>
    order('POST', '/api/silences', { match, duration, ...(comment === '' ? {} : { comment }) }),
  endSilence: (id: string) => order('DELETE', `/api/silences/${encodeURIComponent(id)}`),
  thresholds: (signal?: AbortSignal) => get('/api/thresholds', signal),
  setThresholds: (rule: string, levels: JsonObject) => order('PUT', '/api/thresholds', { [rule]: levels }),
  handlers: (signal?: AbortSignal) => get('/api/handlers', signal),
};

function said(text: string): JsonObject {
  return text === '' ? {} : { text };
}
