/**
 * NASA Ames files: `await readNasaAmes(source, { maxBytes })` gives a NasaAmesFile or throws UnreadableDocument with one
 * line; `describeVariables(file)` gives names, units and statistics; ../series makes time series of it.
 */
export { readNasaAmes, readNasaAmesNow } from './read.js';
export { NasaAmesReader } from './reader.js';
export { describeVariables, type VariableStatistics } from './statistics.js';
export { timesOf, type FileTimes } from './time.js';
export { nasaAmesCsv } from './csv.js';
export type { FileFormatIndex, FileWarning, NasaAmesFile, NasaAmesHeader, Variable } from './types.js';
