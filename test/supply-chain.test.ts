import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8')) as unknown;

const description = z
  .object({ dependencies: z.record(z.string(), z.string()), allowScripts: z.record(z.string(), z.boolean()) })
  .parse(read('package.json'));
const locked = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().default(''),
        hasInstallScript: z.boolean().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
      }),
    ),
  })
  .parse(read('package-lock.json')).packages;
const dependencies = Object.entries(locked).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('a dependency', () => {
  it('runs no script of its own when it is installed', () => {
    const scripted = dependencies.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    const refused = Object.entries(description.allowScripts)
      .filter(([, allowed]) => !allowed)
      .map(([name]) => name);
    expect([...new Set(scripted)].sort()).toEqual(refused.sort());
  });

  it('comes from one registry, encrypted, with the bytes that were locked', () => {
    const hosts = new Set<string>();
    for (const [path, { resolved, integrity }] of dependencies) {
      // Where the lock file names no address, npm takes the configured registry's; all that it names are of one registry.
      if (resolved !== undefined) hosts.add(new URL(resolved).origin);
      expect(integrity, path).toMatch(/^sha512-/);
    }
    expect(hosts.size).toBeLessThanOrEqual(1);
    for (const origin of hosts) expect(origin).toMatch(/^https:/);
  });
});

describe('npm run sbom', () => {
  it('lists all that is installed with its version, in CycloneDX, and marks what only development needs', () => {
    const { scripts } = z.object({ scripts: z.object({ sbom: z.string() }) }).parse(read('package.json'));
    // npm leaves out what use and development share when it is asked to leave out development (11.19).
    expect(scripts.sbom).not.toContain('--omit');
    const printed = execFileSync(scripts.sbom.replace(/ > .*$/, ''), { shell: true, maxBuffer: 16 * 1024 * 1024 });
    const { bomFormat, components } = z
      .object({
        bomFormat: z.string(),
        components: z.array(
          z.object({
            name: z.string(),
            version: z.string(),
            properties: z.array(z.object({ name: z.string(), value: z.string() })),
          }),
        ),
      })
      .parse(JSON.parse(printed.toString()));
    expect(bomFormat).toBe('CycloneDX');
    const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
    for (const [path, { version }] of dependencies) expect(listed).toContain(`${nameOf(path)}@${version}`);
    const marked = components
      .filter(({ properties }) => properties.some(({ name }) => name === 'cdx:npm:package:development'))
      .map(({ name, version }) => `${name}@${version}`);
    expect(marked.some((name) => name.startsWith('vitest@'))).toBe(true);
    for (const name of Object.keys(description.dependencies))
      expect(marked).not.toContain(`${name}@${locked[`node_modules/${name}`]?.version ?? ''}`);
  });
});
