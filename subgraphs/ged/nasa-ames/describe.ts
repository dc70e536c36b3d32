import { attributesOf, houseStyleOf, namingOf } from './naming.js';
import type { RawHeader, RawVariable } from './raw-header.js';
import type { NasaAmesHeader, Variable } from './types.js';

/** The header with its texts decoded and its variables named. */
export function describeHeader(raw: RawHeader, decode: (bytes: string) => string): NasaAmesHeader {
  const specialComments = raw.specialComments.map(decode);
  const normalComments = raw.normalComments.map(decode);
  const style = houseStyleOf(specialComments, normalComments);
  const variableOf = ({ printed, scale, missing }: RawVariable, fallback: string): Variable => ({
    ...namingOf(decode(printed), style, fallback),
    scale,
    missing,
  });
  const [originators, organisation, source, mission] = raw.origin;
  const { ffi, headerLines, volume, dataDate, revisionDate, axes } = raw;
  return {
    ffi,
    headerLines,
    originators: decode(originators),
    organisation: decode(organisation),
    source: decode(source),
    mission: decode(mission),
    volume,
    dataDate,
    revisionDate,
    independent: raw.independent.map(({ printed, step }, index) => ({
      ...namingOf(decode(printed), style, `X${String(index + 1)}`),
      step,
    })),
    axes,
    valuesPerMark: raw.valuesPerMark?.value ?? null,
    variables: raw.variables.map((variable, index) => variableOf(variable, `V${String(index + 1)}`)),
    auxiliary: raw.auxiliary.map((variable, index) => variableOf(variable, `A${String(index + 1)}`)),
    textAuxiliary: raw.textAuxiliary.map(({ printed, missing }, index) => ({
      ...namingOf(decode(printed), style, `A${String(raw.auxiliary.length + index + 1)}`),
      missing: decode(missing),
    })),
    specialComments,
    normalComments,
    attributes: attributesOf(specialComments, normalComments, style),
  };
}

/** All undecoded texts of a header, for the decision on its encoding. */
export function textsOf(raw: RawHeader): string[] {
  return [
    ...raw.origin,
    ...[...raw.independent, ...raw.variables, ...raw.auxiliary, ...raw.textAuxiliary].map(({ printed }) => printed),
    ...raw.textAuxiliary.map(({ missing }) => missing),
    ...raw.specialComments,
    ...raw.normalComments,
  ];
}
