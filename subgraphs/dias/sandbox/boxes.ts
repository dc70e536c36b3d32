/** Boxes on the globe, degrees; west of a box may be greater than east over the date line. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A box as one or two that do not cross the date line. */
function parts(box: Box): readonly Box[] {
  return box.west <= box.east
    ? [box]
    : [
        { ...box, east: 180 },
        { ...box, west: -180 },
      ];
}

export function overlaps(one: Box, other: Box): boolean {
  if (one.south > other.north || other.south > one.north) return false;
  return parts(one).some((a) => parts(other).some((b) => a.west <= b.east && b.west <= a.east));
}

export function contains(outer: Box, inner: Box): boolean {
  if (inner.south < outer.south || inner.north > outer.north) return false;
  return parts(inner).every((b) => parts(outer).some((a) => a.west <= b.west && b.east <= a.east));
}
