/** An answer that is being worked on, and how many wait for it. */
interface Flight<T> {
  readonly answer: Promise<T>;
  readonly over: AbortController;
  callers: number;
}

/**
 * Makes one execution of equal requests that are being answered at the same time: a front page that a thousand readers open at
 * once is one question. The work goes on while one of them waits, and ends with the last who leaves.
 */
export class SharedAnswers<T> {
  private readonly flights = new Map<string, Flight<T>>();

  get size(): number {
    return this.flights.size;
  }

  /** @param work is given a signal that aborts when nobody waits any more */
  async answer(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const flight = this.flights.get(key) ?? this.begin(key, work);
    flight.callers += 1;
    const leave = (): void => {
      flight.callers -= 1;
      if (flight.callers > 0) return;
      if (this.flights.get(key) === flight) this.flights.delete(key);
      flight.over.abort(signal.reason);
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    try {
      return await flight.answer;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  private begin(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const over = new AbortController();
    const answer = work(over.signal).finally(() => {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    });
    const flight: Flight<T> = { answer, over, callers: 0 };
    this.flights.set(key, flight);
    return flight;
  }
}
