/** node --import …/terminal.js SCRIPT: the script writes its progress as on a terminal, and at its end how much memory it had. */
import { writeSync } from 'node:fs';

Object.defineProperties(process.stderr, { isTTY: { value: true }, columns: { value: 200 } });
process.on('exit', () => {
  // Standard error is a pipe, which would be written too late.
  writeSync(2, `\npeak ${String(process.resourceUsage().maxRSS)} kB\n`);
});
