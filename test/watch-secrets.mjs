/**
 * Looks for the suite's marker secrets in all that leaves a process: what it prints, and what its gateways and subgraphs answer
 * (whose answers say nosniff; a simulated platform may know its own keys). Finds go to the file that KAKEHASHI_SECRETS_LOG names.
 * Loaded with --import into every process of the test suite (test/secret-markers.ts).
 */
import { Buffer } from 'node:buffer';
import { appendFileSync } from 'node:fs';
import { ServerResponse } from 'node:http';

const markers = JSON.parse(process.env['KAKEHASHI_SECRET_MARKERS'] ?? '[]');
const forms = markers.flatMap((marker) => [
  marker,
  encodeURIComponent(marker),
  // Wherever it stands in what was encoded, without the letters that depend on what is beside it.
  ...[0, 1, 2].map((shift) =>
    Buffer.from('x'.repeat(shift) + marker)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  ),
]);

function look(chunk, where) {
  if (chunk === undefined || chunk === null || typeof chunk === 'function') return;
  const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1');
  const found = forms.find((form) => text.includes(form));
  const log = process.env['KAKEHASHI_SECRETS_LOG'];
  if (found === undefined || !log) return;
  const at = Math.max(0, text.indexOf(found) - 60);
  appendFileSync(
    log,
    `${where} of ${process.argv[1] ?? process.execPath}: ${JSON.stringify(text.slice(at, at + 160))}\n`,
  );
}

for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write;
  stream.write = function (chunk, ...rest) {
    look(chunk, 'the output');
    return write.call(this, chunk, ...rest);
  };
}
const isOurs = (response) => response.getHeader('x-content-type-options') === 'nosniff';
for (const name of ['write', 'end']) {
  const send = ServerResponse.prototype[name];
  ServerResponse.prototype[name] = function (chunk, ...rest) {
    if (isOurs(this)) {
      look(chunk, 'an answer');
      look(JSON.stringify(this.getHeaders()), 'the headers of an answer');
    }
    return send.call(this, chunk, ...rest);
  };
}
