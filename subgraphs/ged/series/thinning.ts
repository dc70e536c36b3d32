/**
 * Largest-triangle-three-buckets (S. Steinarsson, 2013): of each bucket the point that makes the largest triangle with the
 * point kept before it and the mean of the next bucket. What stands out stays, unlike with every n-th point.
 */
function largestTriangles(x: Float64Array, y: Float64Array, count: number): number[] {
  const last = x.length - 1;
  if (count === 1) return [0];
  const kept = [0];
  const width = (last - 1) / (count - 2);
  let before = 0;
  for (let bucket = 0; bucket < count - 2; bucket += 1) {
    const start = Math.floor(bucket * width) + 1;
    const end = Math.floor((bucket + 1) * width) + 1;
    const mean = meanOf(x, y, end, Math.min(Math.floor((bucket + 2) * width) + 1, last + 1));
    before = largestFrom(x, y, before, mean, start, end);
    kept.push(before);
  }
  kept.push(last);
  return kept;
}

function meanOf(x: Float64Array, y: Float64Array, start: number, end: number): readonly [number, number] {
  // Behind the last bucket stands the last point alone.
  const from = Math.min(start, x.length - 1);
  const to = Math.max(end, from + 1);
  let sumX = 0;
  let sumY = 0;
  for (let index = from; index < to; index += 1) {
    sumX += x[index] ?? 0;
    sumY += y[index] ?? 0;
  }
  return [sumX / (to - from), sumY / (to - from)];
}

function largestFrom(
  x: Float64Array,
  y: Float64Array,
  before: number,
  [meanX, meanY]: readonly [number, number],
  start: number,
  end: number,
): number {
  const [fromX, fromY] = [x[before] ?? 0, y[before] ?? 0];
  let largest = -1;
  let chosen = start;
  for (let index = start; index < end; index += 1) {
    const area = Math.abs((fromX - meanX) * ((y[index] ?? 0) - fromY) - (fromX - (x[index] ?? 0)) * (meanY - fromY));
    if (area > largest) {
      largest = area;
      chosen = index;
    }
  }
  return chosen;
}

function extremes(y: Float64Array): readonly [number, number] {
  let least = 0;
  let most = 0;
  for (let index = 1; index < y.length; index += 1) {
    if ((y[index] ?? 0) < (y[least] ?? 0)) least = index;
    if ((y[index] ?? 0) > (y[most] ?? 0)) most = index;
  }
  return [least, most];
}

/**
 * Indexes of at most `maxPoints` points that keep the picture, in order: all where they fit, else always the first and the
 * last (from two points on) and the lowest and the highest (from four on).
 */
export function thin(x: Float64Array, y: Float64Array, maxPoints: number): number[] {
  if (x.length <= maxPoints) return Array.from(x, (_, index) => index);
  const kept = largestTriangles(x, y, maxPoints);
  if (maxPoints < 4) return kept;
  // The triangles nearly always keep the extremes; where not, they get places of their own.
  const ends = extremes(y);
  if (ends.every((index) => kept.includes(index))) return kept;
  for (let count = maxPoints - 1; ; count -= 1) {
    const joined = new Set([...largestTriangles(x, y, count), ...ends]);
    if (joined.size <= maxPoints) return [...joined].sort((a, b) => a - b);
  }
}
