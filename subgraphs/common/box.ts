import type { BoundingBox } from './record.js';

/** A printed decimal number, or null: "unknown", "35,5" and "35N" are none. */
function decimal(printed: string | undefined): number | null {
  const text = printed?.trim() ?? '';
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2})?$/i.test(text) ? Number(text) : null;
}

/** The printed bounds of a box, in degrees. */
export interface PrintedBox {
  readonly west: string | undefined;
  readonly south: string | undefined;
  readonly east: string | undefined;
  readonly north: string | undefined;
}

/**
 * A box as a source prints its bounds, also one across the date line (west greater than east); null for one that no map
 * has: a bound is missing or no number, beyond 90 or 180 degrees, or south is above north.
 */
export function readBox(printed: PrintedBox): BoundingBox | null {
  const [west, south, east, north] = [printed.west, printed.south, printed.east, printed.north].map(decimal);
  if (west == null || south == null || east == null || north == null) return null;
  const possible = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
  return possible ? { west, south, east, north } : null;
}
