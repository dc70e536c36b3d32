/** setTimeout fires at once beyond this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Calls back once when a moment (epoch milliseconds) has come. The moment is asked again when the timer fires, so that one
 * that moved on meanwhile (a caller with more time joined) is waited for. The timer guards work that is under way and does
 * not keep the process alive by itself.
 * @returns what cancels it.
 */
export function alarm(moment: () => number, ring: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    const at = moment();
    if (at === Number.POSITIVE_INFINITY) {
      timer = setTimeout(arm, LONGEST_TIMER_MS);
    } else {
      // A timer may fire a millisecond early: then the rest is waited for.
      const left = at - Date.now();
      if (left <= 0 && timer !== undefined) {
        ring();
        return;
      }
      timer = setTimeout(arm, Math.min(Math.max(left, 0), LONGEST_TIMER_MS));
    }
    timer.unref();
  };
  arm();
  return () => {
    clearTimeout(timer);
  };
}

/**
 * Waits, and keeps the process alive meanwhile: somebody waits for what comes after.
 * @throws the signal's reason when it aborts.
 */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      reject(abortError(signal));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave);
      resolve();
    }, milliseconds);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
}

function abortError(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('aborted');
}
