/** The bare node:http server as a process: reads the file named by its argument and serves its bytes on a free port. */
import { readFileSync } from 'node:fs';
import { bareServer } from './servers.js';

const server = bareServer(readFileSync(process.argv[2] ?? ''));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}\n`);
});
