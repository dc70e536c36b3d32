import type { RequestScope } from './scope.js';
import type { UpstreamAnswer, UpstreamRequest, UpstreamResponse } from './types.js';

/** The one HTTP client under all platforms. */
export interface UpstreamClient {
  /**
   * Asks a platform and decodes its answer. `decode` is pure; what it throws becomes UpstreamMalformed. The same answer is
   * decoded once by the same function while it stays in the cache.
   * @throws UpstreamError
   */
  read<T>(request: UpstreamRequest, decode: (response: UpstreamResponse) => T, scope: RequestScope): Promise<UpstreamAnswer<T>>;
  close(): Promise<void>;
}
