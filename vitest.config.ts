import { defineConfig } from 'vitest/config';
import { SECRETS } from './test/secret-markers.js';

export default defineConfig({
  // Vite would take graphql's "module" build, Node.js and @apollo/* its main one: two copies refuse each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    testTimeout: 20_000,
    // Small catalogues are read within some seconds of a start, on a busy machine more.
    hookTimeout: 60_000,
    globalSetup: ['test/network-log.ts', 'test/secret-markers.ts'],
    // Without a setting of its own the suite must never reach for a vendor's telemetry host.
    env: { APOLLO_TELEMETRY_DISABLED: '1', ...SECRETS },
  },
});
