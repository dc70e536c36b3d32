import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectNobodyLeft } from './network-log.js';

/** An empty log of a test's own. */
function emptyLog(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'kakehashi-network-')), 'attempts');
  writeFileSync(file, '');
  return file;
}

/** Runs code in a process as tests start them; its attempts are in a log of its own. */
function attempt(code: string): { status: number | null; err: string; log: string } {
  const log = emptyLog();
  const env = { ...process.env, KAKEHASHI_NETWORK_LOG: log };
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { env });
  return { status, err: stderr.toString(), log };
}

// 203.0.113.0/24 is reserved for documentation: nobody is there.
describe('the test suite', () => {
  it.each([
    ['fetch, whose failure is swallowed', "await fetch('http://203.0.113.1/').catch(() => undefined)", '203.0.113.1'],
    ['fetch by name', "await fetch('https://telemetry.example.org/').catch(() => undefined)", 'telemetry.example.org'],
    [
      'a socket by port and host',
      "import net from 'node:net'; try { net.connect(80, '203.0.113.1'); } catch {}",
      '203.0.113.1',
    ],
    [
      'a datagram',
      "import dgram from 'node:dgram'; const socket = dgram.createSocket('udp4'); try { socket.send('x', 53, '203.0.113.1'); } catch {} socket.close()",
      '203.0.113.1',
    ],
  ])('notices an attempt to leave this machine, and fails for it: %s', (_, code, host) => {
    const { status, err, log } = attempt(code);
    expect(status).toBe(0);
    expect(err).toContain(`NETWORK ${host}`);
    expect(() => {
      expectNobodyLeft(log);
    }).toThrow(host);
  });

  it('may connect to this machine', () => {
    const { status, log } = attempt(
      "import { createServer } from 'node:http'; const server = createServer((_, response) => response.end()); server.listen(0, '127.0.0.1', async () => { await fetch(`http://127.0.0.1:${server.address().port}/`); server.close(); server.closeAllConnections(); })",
    );
    expect(status).toBe(0);
    expectNobodyLeft(log);
  });

  it('runs under that guard itself', async () => {
    const log = process.env['KAKEHASHI_NETWORK_LOG'];
    expect(log).toMatch(/attempts$/);
    // This attempt is the test's own.
    process.env['KAKEHASHI_NETWORK_LOG'] = emptyLog();
    try {
      expect(await fetch('http://203.0.113.1/').catch(() => 'refused')).toBe('refused');
      expect(() => {
        expectNobodyLeft(process.env['KAKEHASHI_NETWORK_LOG'] ?? '');
      }).toThrow('203.0.113.1');
    } finally {
      process.env['KAKEHASHI_NETWORK_LOG'] = log;
    }
  });
});
