import { createClient } from '@keyv/redis';
import type { UpstreamLog } from './types.js';

const LOG_EVERY_MS = 60_000;
/** A connection that says nothing for this long, the pings included, is given up and made anew. */
const SILENT_MS = 3000;
const PING_MS = 1000;
const LONGEST_RECONNECT_MS = 2000;
/** Commands that may wait for Redis at once; more are refused, which counts as a failure. */
const MOST_COMMANDS = 1024;

/**
 * One connection to Redis or Valkey for everything that processes share. It is made, and made again, in the background; while
 * there is none nothing is asked and nothing waits. Trouble is logged at most once a minute.
 */
export class RedisConnection {
  readonly client;
  readonly report: (error: unknown) => void;

  constructor(url: string, log: UpstreamLog | null) {
    this.client = createClient({
      url,
      pingInterval: PING_MS,
      commandsQueueMaxLength: MOST_COMMANDS,
      disableOfflineQueue: true,
      socket: {
        socketTimeout: SILENT_MS,
        reconnectStrategy: (attempts) => Math.min(100 * 2 ** attempts, LONGEST_RECONNECT_MS),
      },
    });
    this.report = oncePerMinute(log);
    this.client.on('error', this.report);
    // With this strategy it fails only when it is closed before it was there.
    this.client.connect().catch(this.report);
  }

  get isReady(): boolean {
    return this.client.isReady;
  }

  /** What some commands give; undefined when there is no connection, when they fail, or when they take longer than this. */
  async within<T>(limitMs: number, commands: () => Promise<T>): Promise<T | undefined> {
    if (!this.client.isReady) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        this.report(new Error('TIMEOUT'));
        resolve(undefined);
      }, limitMs);
    });
    try {
      return await Promise.race([commands(), late]);
    } catch (error) {
      this.report(error);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    if (this.client.isOpen) this.client.destroy();
  }
}

function oncePerMinute(log: UpstreamLog | null): (error: unknown) => void {
  let last = -Infinity;
  return (error) => {
    const now = Date.now();
    if (now - last < LOG_EVERY_MS) return;
    last = now;
    log?.warn({ reason: reasonOf(error) }, 'The shared cache (CACHE_URL) does not answer; going on without it.');
  };
}

/** ECONNREFUSED, WRONGPASS, TIMEOUT: the code alone, for the rest of a message may repeat an address or a stored text. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /^[A-Z]{2,}\b/.exec(error.message)?.[0] ?? error.constructor.name;
}
