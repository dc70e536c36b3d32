// tsc copies no data files: the SDL, the package description and the sandbox's records go beside the compiled modules.
import { dirname, join } from 'node:path';
import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';

const roots = ['schema', 'subgraphs', 'sandbox', 'gateway', 'web'];
const extensions = ['.graphql', '.json', '.html', '.css', '.js'];
/** What GraphiQL's page loads, so that it needs no other host. */
const graphiql = {
  'graphiql.js': 'graphiql/graphiql.min.js',
  'graphiql.css': 'graphiql/graphiql.min.css',
  'react.js': 'react/umd/react.production.min.js',
  'react-dom.js': 'react-dom/umd/react-dom.production.min.js',
};

/** Yields every data file below a folder. */
function* dataFiles(folder) {
  let entries = [];
  try {
    entries = readdirSync(folder);
  } catch {
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) yield* dataFiles(path);
    else if (extensions.some((extension) => path.endsWith(extension))) yield path;
  }
}

for (const file of ['package.json', ...roots.flatMap((root) => [...dataFiles(root)])]) {
  const target = join('dist', file);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(file, target);
}
for (const [name, file] of Object.entries(graphiql))
  cpSync(join('node_modules', file), join('dist/web/graphiql', name));
