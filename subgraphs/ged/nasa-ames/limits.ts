/** Bounds that keep a hostile file from costing more than an honest one: far above what any real file has. */

/** 20 MB: what the gateway reads of a file unless told otherwise (issue 4). */
export const DEFAULT_MAX_BYTES = 20_000_000;
/** Variables of a kind. The widest real file known has 53 (NDACC, fact sheet 6.4). */
export const MAX_VARIABLES = 10_000;
/** Lines of a header, and of either kind of comments. */
export const MAX_HEADER_LINES = 100_000;
/** Bytes of a header, and of all texts that stand in the data (FFI 2160). */
export const MAX_TEXT_BYTES = 8_388_608;
/** Bytes of a line of text or of a header: the specification's longest record is 32,766 characters. */
export const MAX_LINE_BYTES = 1_048_576;
/** Points of one mark. */
export const MAX_POINTS_PER_MARK = 100_000_000;
/** Bytes read before others get their turn: a few milliseconds' work. */
export const SLICE_BYTES = 65_536;
