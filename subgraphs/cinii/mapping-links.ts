import { identifier } from '../common/identifiers.js';
import type { Funding, Identifier, LocalizedText, RelatedWork } from '../common/record.js';
import { relationType } from '../common/vocabulary.js';
import { PREFIX } from './record.js';
import type { DetailDocument, LinkedRecord } from './shapes.js';
import { linesTextOrNull } from './texts.js';
import { doiOf, identifiersOf } from './vocabulary.js';

/** The title of a record that is pointed to: under any of three keys (fact sheet 6.4). */
function titleOf(linked: LinkedRecord): LocalizedText | null {
  return linesTextOrNull([...linked.notation, ...linked['jpcoar:awardTitle'], ...linked['jpcoar:relatedTitle']]);
}

function cridOf(address: string | undefined): string | null {
  return /\/crid\/(\d{19})(?:\.(?:json|rdf))?$/.exec(address ?? '')?.[1] ?? null;
}

/** A DOI leads to the work on any platform, a CRID to this one's record; the first identifier else is shown. */
function relatedBy(relation: string, linked: LinkedRecord): RelatedWork[] {
  const identifiers = identifiersOf([...linked.productIdentifier, ...linked.projectIdentifier]);
  const doi = doiOf(identifiers);
  const crid = cridOf(linked['@id']);
  const title = titleOf(linked);
  if (doi === null && crid === null && identifiers.length === 0 && title === null) return [];
  const own = crid === null ? null : identifier('CRID', crid);
  return [
    {
      relation: relationType(relation),
      id: doi !== null ? `doi:${doi}` : crid === null ? null : `${PREFIX}${crid}`,
      identifier: (doi === null ? identifiers[0] : identifier('DOI', doi)) ?? own,
      title,
    },
  ];
}

/** One entry for each relation; where the source states none, the name of its list stands for it. */
function related(relations: readonly string[], otherwise: string, linked: LinkedRecord): RelatedWork[] {
  const stated = relations.filter((relation) => relation.trim() !== '');
  return (stated.length === 0 ? [otherwise] : stated).flatMap((relation) => relatedBy(relation, linked));
}

/** What a document points to: other works, the projects that a project belongs to, the outputs of a project or person. */
export function relatedOf(document: DetailDocument): RelatedWork[] {
  return [
    ...document.relatedProduct.flatMap((linked) => related(linked.relationType, 'RelatedProduct', linked)),
    ...document.relatedProject.flatMap((linked) => related(linked.relationType, 'RelatedProject', linked)),
    ...document.product.flatMap((linked) =>
      related(
        linked.relation.map(({ type }) => type ?? ''),
        'Product',
        linked,
      ),
    ),
  ];
}

/** The number that a funder prints: the national one (JP19KK0341) where both are there, else KAKEN's own, else the first. */
export function awardNumberOf(identifiers: readonly Identifier[]): string | null {
  const byScheme = (scheme: string): Identifier | undefined => identifiers.find((item) => item.scheme === scheme);
  const award =
    byScheme('JGN') ?? byScheme('KAKEN') ?? identifiers.find(({ scheme }) => scheme !== 'URL' && scheme !== 'CRID');
  return award?.value ?? null;
}

/** A project's own grant: it is the award, of the funder and programme that it states. */
function ownFunding(document: DetailDocument, identifiers: readonly Identifier[]): Funding[] {
  const awardNumber = awardNumberOf(identifiers);
  const programs = document.fundingProgram.flatMap((program) => [...program['jpcoar:funderName'], ...program.notation]);
  const stream = document.grant;
  const funding: Funding = {
    funder: linesTextOrNull(programs),
    funderIds: [],
    stream: linesTextOrNull([...(stream?.['jpcoar:fundingStream'] ?? []), ...(stream?.notation ?? [])]),
    streamId: stream?.grantIdentifier[0]?.value ?? null,
    awardNumber,
    awardTitle: linesTextOrNull([...document['jpcoar:awardTitle'], ...document['dc:title']]),
  };
  return awardNumber === null && funding.funder === null && funding.stream === null ? [] : [funding];
}

/** The grants behind a record. A funder is told only where the source states one. */
export function fundingOf(document: DetailDocument, identifiers: readonly Identifier[]): Funding[] {
  if (document['@type'] === 'Project') return ownFunding(document, identifiers);
  // A person's projects are not what a work was paid by.
  if (document['@type'] === 'Researcher') return [];
  return projectFundingOf(document.project);
}

/** The grants that projects are, as a record lists them: by number and title. */
export function projectFundingOf(projects: readonly LinkedRecord[]): Funding[] {
  return projects.flatMap((project) => {
    const awardNumber = awardNumberOf(identifiersOf(project.projectIdentifier));
    const awardTitle = titleOf(project);
    if (awardNumber === null && awardTitle === null) return [];
    return [{ funder: null, funderIds: [], stream: null, streamId: null, awardNumber, awardTitle }];
  });
}
