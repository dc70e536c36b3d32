import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/** Gives a file its name for good: after a power cut the folder still says so. */
export function renameForGood(from: string, to: string): void {
  renameSync(from, to);
  // Windows opens no folder, and writes its names through.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(to), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
