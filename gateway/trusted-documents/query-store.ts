import { LRUCache } from 'lru-cache';

/** Texts of automatic persisted queries: a few thousand of the usual size. */
const MAX_BYTES = 4 * 1024 * 1024;
const ENTRY_BYTES = 200;

/** Where Apollo Server keeps the texts of automatic persisted queries, bounded in bytes. It has checked their hashes. */
export class QueryStore {
  private readonly texts = new LRUCache<string, string>({
    maxSize: MAX_BYTES,
    sizeCalculation: (text, key) => Buffer.byteLength(text) + key.length + ENTRY_BYTES,
  });

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(key));
  }

  set(key: string, text: string): Promise<void> {
    this.texts.set(key, text);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.texts.delete(key));
  }
}
