type Path = readonly (string | number)[];
type ResultMap = Readonly<Record<string, unknown>>;

/** An object of the answer so far, with the path at which it stands. */
interface Place {
  readonly path: Path;
  readonly value: ResultMap;
}

function isObject(value: unknown): value is ResultMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects at a plan's path (nodes.@.records.@) in the answer so far, lists spread with their indices, in order. */
function placesAt(root: ResultMap, planPath: readonly (string | number)[]): Place[] {
  let places: { path: Path; value: unknown }[] = [{ path: [], value: root }];
  const spread = ({ path, value }: { path: Path; value: unknown }): { path: Path; value: unknown }[] =>
    Array.isArray(value)
      ? value.flatMap((item, index) => spread({ path: [...path, index], value: item }))
      : [{ path, value }];
  for (const step of planPath) {
    if (step === '@') places = places.flatMap(spread);
    else
      places = places
        .flatMap(spread)
        .flatMap(({ path, value }) => (isObject(value) ? [{ path: [...path, step], value: value[step] }] : []));
  }
  return places.flatMap(spread).filter((place): place is Place => isObject(place.value));
}

/** Whether an object of the answer is what a representation was made of: its type and every key field that it shows. */
function matches(value: ResultMap, representation: ResultMap): boolean {
  return Object.entries(representation).every(
    ([key, wanted]) => isObject(wanted) || Array.isArray(wanted) || value[key] === wanted,
  );
}

/**
 * Where each entity representation of a fetch stands in the whole answer. Representations keep the order of the objects
 * that they were made of, but objects of another type or without keys have none, so the n-th representation is not the
 * n-th object (@apollo/gateway 2.14 takes it to be, and names a wrong path).
 */
export function representationPaths(
  root: ResultMap,
  planPath: readonly (string | number)[],
  representations: readonly ResultMap[],
): (Path | null)[] {
  const places = placesAt(root, planPath);
  let next = 0;
  return representations.map((representation) => {
    for (let index = next; index < places.length; index += 1) {
      const place = places[index];
      if (place && matches(place.value, representation)) {
        next = index + 1;
        return place.path;
      }
    }
    return null;
  });
}
