import { isObject, type Json, type JsonObject } from './json';

/**
 * Puts a difference onto the state before it, as docs/PROTOCOL.md says: what `removed` names goes, objects are joined member by member,
 * anything else takes the place of what was there. Neither of both is changed.
 */
export function applied(state: JsonObject, difference: JsonObject): JsonObject {
  const { delta: _delta, removed, ...rest } = difference;
  const ways = Array.isArray(removed) ? removed.filter((way) => Array.isArray(way)) : [];
  return joined(ways.reduce<JsonObject>((kept, way) => without(kept, way.map(String)), state), rest);
}

function without(object: JsonObject, way: readonly string[]): JsonObject {
  const [name, ...rest] = way;
  if (name === undefined || !Object.hasOwn(object, name)) return object;
  const { [name]: member, ...others } = object;
  if (rest.length === 0) return others;
  return isObject(member) ? { ...object, [name]: without(member, rest) } : object;
}

function joined(before: JsonObject, after: JsonObject): JsonObject {
  const all = new Map<string, Json | undefined>(Object.entries(before));
  for (const [name, value] of Object.entries(after)) {
    const known = all.get(name);
    all.set(name, isObject(known) && isObject(value) ? joined(known, value) : value);
  }
  // Defines members and never assigns them: a name such as __proto__ is a name like any other.
  return Object.fromEntries(all);
}
