/** What DataCite's metadata say, whichever form they came in (JSON of the REST interface, XML of kernels 2 to 4): texts as printed. */

export interface Printed {
  readonly text: string;
  readonly lang: string | null;
}

export interface DatacitePerson {
  readonly name: string;
  readonly given: string | null;
  readonly family: string | null;
  readonly lang: string | null;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly affiliations: readonly {
    readonly name: string;
    readonly identifier: string | null;
    readonly scheme: string | null;
  }[];
}

export interface DataciteGeoLocation {
  readonly place: string | null;
  /** Degrees as printed. */
  readonly box: { readonly west: string; readonly south: string; readonly east: string; readonly north: string } | null;
  readonly point: { readonly lat: string; readonly lon: string } | null;
}

export interface DataciteContainer {
  readonly title: string | null;
  readonly issn: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly firstPage: string | null;
  readonly lastPage: string | null;
}

export interface DataciteResource {
  readonly doi: string | null;
  /** The landing page; only the REST interface tells it. */
  readonly url: string | null;
  readonly titles: readonly (Printed & { readonly type: string | null })[];
  readonly creators: readonly DatacitePerson[];
  readonly contributors: readonly { readonly role: string; readonly person: DatacitePerson }[];
  readonly publishers: readonly Printed[];
  readonly year: string | null;
  readonly dates: readonly { readonly date: string; readonly type: string | null }[];
  readonly languages: readonly string[];
  readonly generalType: string | null;
  readonly resourceType: string | null;
  readonly subjects: readonly (Printed & { readonly scheme: string | null; readonly url: string | null })[];
  readonly alternates: readonly { readonly value: string; readonly type: string }[];
  readonly related: readonly { readonly relation: string; readonly type: string; readonly value: string }[];
  readonly container: DataciteContainer | null;
  readonly sizes: readonly string[];
  readonly formats: readonly string[];
  readonly version: string | null;
  readonly rights: readonly {
    readonly name: string | null;
    readonly url: string | null;
    readonly identifier: string | null;
  }[];
  readonly descriptions: readonly (Printed & { readonly type: string | null })[];
  readonly places: readonly DataciteGeoLocation[];
  readonly funding: readonly {
    readonly funder: string | null;
    readonly identifier: string | null;
    readonly identifierType: string | null;
    readonly awardNumber: string | null;
    readonly awardTitle: string | null;
  }[];
  readonly updated: string | null;
}
