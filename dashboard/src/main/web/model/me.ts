import { ApiError, get } from './api';
import { flagAt, textAt, type JsonObject } from './json';

/** Who this page is to the broker. */
export interface Me {
  readonly name: string;
  readonly mayOrder: boolean;
  readonly hasToken: boolean;
  /** Why it may not order. */
  readonly reason: string;
}

/** `asking`: not known yet. `unknown`: the broker is too old to say. `stranger`: a token is needed, and the reason says so. */
export type Standing =
  | { readonly state: 'asking' }
  | { readonly state: 'unknown' }
  | { readonly state: 'stranger'; readonly reason: string }
  | { readonly state: 'known'; readonly me: Me };

export function readMe(body: JsonObject): Me {
  return {
    name: textAt(body, 'name') ?? '',
    mayOrder: textAt(body, 'role') === 'operator',
    hasToken: flagAt(body, 'token') === true,
    reason: textAt(body, 'reason') ?? '',
  };
}

/** Asks with the token that is kept, or with one that is tried. */
export async function askMe(token?: string): Promise<Standing> {
  try {
    return { state: 'known', me: readMe(await get('/api/me', undefined, token)) };
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 401) return { state: 'stranger', reason: failure.message };
    if (failure instanceof ApiError && failure.status === 404) return { state: 'unknown' };
    throw failure;
  }
}
