import { createHash } from 'node:crypto';

/** An OpenAIRE id: twelve characters that tell where the record is from, then the hash of its identifier (fact sheet 2.5). */
export function openaireId(prefix: string, text: string): string {
  return `${prefix.padEnd(12, '_')}::${createHash('md5').update(text).digest('hex')}`;
}

/** The id of a person: their ORCID iD stands for them. */
export function personIdOf(orcid: string): string {
  return openaireId('orcid_______', orcid);
}
