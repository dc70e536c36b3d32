import type { GraphQLError, ResponsePath } from 'graphql';

/** The errors of an execution. What fails below a place that is null already is told no more. */
export class CollectedErrors {
  readonly errors: GraphQLError[] = [];
  private readonly places = new Set<ResponsePath | undefined>();

  /** @param path undefined: the whole answer is null */
  add(error: GraphQLError, path: ResponsePath | undefined): void {
    if (this.isNull(path)) return;
    this.places.add(path);
    this.errors.push(error);
  }

  private isNull(path: ResponsePath | undefined): boolean {
    for (let place = path; place !== undefined; place = place.prev) if (this.places.has(place)) return true;
    return this.places.has(undefined);
  }
}
