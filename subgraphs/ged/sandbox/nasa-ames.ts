/** Writes NASA Ames headers (fact sheet 6.2 and 6.3); the number of header lines is counted, never given. */

export interface Quantity {
  /** A line of GED's house style, `NAME: description [unit]` (fact sheet 5). */
  readonly name: string;
  readonly scale: number;
  /** As it stands in the data, before scaling. */
  readonly missing: string;
}

export interface Header {
  readonly ffi: 1001 | 1010 | 1020 | 2110;
  readonly originators: string;
  readonly organization: string;
  readonly source: string;
  readonly mission: string;
  /** Number of this volume and of all; GED puts a region's number in both. */
  readonly volume: readonly [number, number];
  /** YYYY-MM-DD: the UT date at which the data begin. */
  readonly begun: string;
  readonly revised: string;
  /** What stands between line 7 and the number of variables: steps, counts, names of the independent variables. */
  readonly independent: readonly string[];
  readonly variables: readonly Quantity[];
  /** Null where the format has no auxiliary part (1001). */
  readonly auxiliary: readonly Quantity[] | null;
  readonly special: readonly string[];
  readonly normal: readonly string[];
}

function list(quantities: readonly Quantity[]): string[] {
  return [
    String(quantities.length),
    ...(quantities.length === 0
      ? []
      : [
          quantities.map(({ scale }) => String(scale)).join(' '),
          quantities.map(({ missing }) => missing).join(' '),
          ...quantities.map(({ name }) => name),
        ]),
  ];
}

function date(day: string): string {
  return day.replaceAll('-', ' ');
}

/** The header's lines, the first of which says how many they are. */
export function headerLines(header: Header): string[] {
  const [volume, volumes] = header.volume;
  const rest = [
    header.originators,
    header.organization,
    header.source,
    header.mission,
    `${String(volume)} ${String(volumes)}`,
    `${date(header.begun)} ${date(header.revised)}`,
    ...header.independent,
    ...list(header.variables),
    ...(header.auxiliary === null ? [] : list(header.auxiliary)),
    String(header.special.length),
    ...header.special,
    String(header.normal.length),
    ...header.normal,
  ];
  return [`${String(rest.length + 1)} ${String(header.ffi)}`, ...rest];
}
