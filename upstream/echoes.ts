/** A shorter secret would be found in what has nothing to do with it. */
const SHORTEST = 6;

/**
 * The values of secret parameters that an address carries, as they may come back in an answer: CiNii Research repeats the whole
 * address of a request in its answer (`@id`), key included.
 */
export function secretsIn(url: URL, secretParameters: readonly string[]): string[] {
  const names = new Set(secretParameters.map((name) => name.toLowerCase()));
  if (names.size === 0) return [];
  return [...url.searchParams]
    .filter(([name, value]) => names.has(name.toLowerCase()) && value.length >= SHORTEST)
    .flatMap(([, value]) => [...new Set([value, encodeURIComponent(value)])]);
}

/** An answer without what it repeats of the secrets that it was asked with, so that it can be kept, shared and shown. */
export function withoutEchoes(body: Buffer, secrets: readonly string[]): Buffer {
  return secrets
    .filter((secret) => body.includes(secret))
    .reduce((rest, secret) => {
      // One letter for each byte, so that nothing else changes.
      const hidden = Buffer.from(secret).toString('latin1');
      return Buffer.from(rest.toString('latin1').replaceAll(hidden, ''), 'latin1');
    }, body);
}
