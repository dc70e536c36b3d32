import type { Affiliation, Creator, Identifier, LangString, LocalizedText } from '../subgraphs/common/record.js';
import { present, said, type ReadingLanguage } from './work.js';

export interface DataciteAffiliation {
  readonly name: string;
  readonly affiliationIdentifier?: string | undefined;
  readonly affiliationIdentifierScheme?: string | undefined;
  readonly schemeUri?: string | undefined;
}

export interface DatacitePerson {
  readonly name: string;
  readonly nameType?: 'Personal' | 'Organizational' | null | undefined;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  readonly lang?: string | null;
  readonly nameIdentifiers?: readonly {
    readonly nameIdentifier: string;
    readonly nameIdentifierScheme: string;
    readonly schemeUri?: string;
  }[];
  readonly affiliation?: readonly DataciteAffiliation[];
}

const SCHEME_URIS: Readonly<Record<string, string>> = {
  ORCID: 'https://orcid.org',
  ROR: 'https://ror.org',
  ISNI: 'https://isni.org',
  NRID: 'https://nrid.nii.ac.jp',
};

/** DataCite has one text where the source has one for each language: that of a language where there is one, with its tag. */
export function oneOf(text: LocalizedText | null, language: ReadingLanguage): LangString | null {
  const value = said(text, language);
  return text?.values.find((item) => item.value === value) ?? null;
}

function affiliationOf({ name, ror, identifiers }: Affiliation, language: ReadingLanguage): DataciteAffiliation[] {
  const text = oneOf(name, language);
  if (text === null) return [];
  const id = identifiers.find(({ scheme }) => scheme === 'ROR') ?? identifiers[0];
  return [
    {
      name: text.value,
      ...present({
        affiliationIdentifier: ror ?? id?.url ?? id?.value,
        affiliationIdentifierScheme: ror === null ? id?.scheme : 'ROR',
        schemeUri: ror === null ? SCHEME_URIS[id?.scheme ?? ''] : SCHEME_URIS['ROR'],
      }),
    },
  ];
}

function nameIdentifierOf({ scheme, value, url }: Identifier) {
  const schemeUri = SCHEME_URIS[scheme];
  return {
    nameIdentifier: schemeUri === undefined ? value : (url ?? value),
    nameIdentifierScheme: scheme,
    ...present({ schemeUri }),
  };
}

/** A person where the source says something that only persons have, a body where it has a ROR id; else it is not said what it is. */
function nameTypeOf({ familyName, orcid, nrid, eRadId, identifiers }: Creator): DatacitePerson['nameType'] | null {
  if ((familyName ?? orcid ?? nrid ?? eRadId) !== null) return 'Personal';
  return identifiers.some(({ scheme }) => scheme === 'ROR') ? 'Organizational' : null;
}

/** A person or body; nothing where the source gives no name. */
export function personOf(creator: Creator, language: ReadingLanguage): DatacitePerson[] {
  const name = oneOf(creator.name, language);
  if (name === null) return [];
  const part = (text: LocalizedText | null): string | null =>
    text?.values.find(({ lang }) => lang === name.lang)?.value ?? null;
  return [
    {
      name: name.value,
      ...present({
        nameType: nameTypeOf(creator),
        givenName: part(creator.givenName),
        familyName: part(creator.familyName),
        lang: name.lang,
        nameIdentifiers: creator.identifiers.map(nameIdentifierOf),
        affiliation: creator.affiliations.flatMap((item) => affiliationOf(item, language)),
      }),
    },
  ];
}
