// A map that makes what it lacks.

/** The value of a key; made and kept where there is none yet. */
export function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined || map.has(key)) return found as V;
  const made = make();
  map.set(key, made);
  return made;
}
