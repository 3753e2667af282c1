/** What came as JSON and is not yet known to be anything. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that is an object, or an empty one: so that a missing branch reads like missing leaves. */
export function objectAt(value: Json | undefined, name: string): JsonObject {
  const member = isObject(value) ? value[name] : undefined;
  return isObject(member) ? member : {};
}

export function listAt(value: Json | undefined, name: string): JsonObject[] {
  const member = isObject(value) ? value[name] : undefined;
  return Array.isArray(member) ? member.filter(isObject) : [];
}

/** A finite number, or nothing: null, absent and text are all "not known". */
export function numberAt(value: Json | undefined, name: string): number | undefined {
  const member = isObject(value) ? value[name] : undefined;
  return typeof member === 'number' && Number.isFinite(member) ? member : undefined;
}

export function textAt(value: Json | undefined, name: string): string | undefined {
  const member = isObject(value) ? value[name] : undefined;
  return typeof member === 'string' ? member : undefined;
}

export function flagAt(value: Json | undefined, name: string): boolean | undefined {
  const member = isObject(value) ? value[name] : undefined;
  return typeof member === 'boolean' ? member : undefined;
}

/** Why a field is null, as the snapshot says itself. */
export function reasonFor(snapshot: JsonObject | undefined, path: string): string | undefined {
  return textAt(objectAt(snapshot, 'missing'), path);
}
