/** The data files: fetched when their content is asked for, under the configured address and a limit of size, and read once. */
import type { UpstreamReader } from '../../upstream/client.js';
import type { UpstreamError } from '../../upstream/errors.js';
import { UpstreamRejected, UpstreamTooLarge, UpstreamUnauthenticated } from '../../upstream/errors.js';
import { malformed, size } from '../../upstream/failures.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamResponse } from '../../upstream/types.js';
import { UnreadableDocument } from '../common/errors.js';
import { fileAddress } from './landing/links.js';
import type { NasaAmesFile } from './nasa-ames/index.js';
import type { DataFile } from './data-file.js';
import type { GedFileEntry } from './record.js';
import { fileRequest, GED, type GedServer } from './requests.js';
import { fileReader, type FileAnswer } from './responses.js';

/** Formats that are no text: such a file is not fetched to find out that it is no NASA Ames (ODIAC's maps are gigabytes, fact sheet 4). */
const NO_TEXT =
  /\.(?:tiff?|gz|tgz|zip|bz2|xz|7z|tar|nc4?|cdf|hdf5?|h5|he5|grib2?|grb2?|xlsx?|pdf|png|jpe?g|gif|kmz|shp|bin)$/i;
const MAX_REDIRECTS = 3;
/** A printed size is rounded: only one so far beyond the limit says for sure that the file is too large. */
const ROUNDING = 1.1;

export class DataFiles {
  private readonly decode: (response: UpstreamResponse) => FileAnswer;

  constructor(
    private readonly client: UpstreamReader,
    private readonly server: Pick<GedServer, 'filesUrl' | 'maxFileBytes'>,
  ) {
    this.decode = fileReader(server.maxFileBytes);
  }

  /**
   * The content of a file, read once a request and once while it is kept. Null: it is no NASA Ames, or needs a password and
   * is not asked for.
   * @throws UpstreamError too large, away, no longer there, leading elsewhere, or broken, with the line
   */
  read(entry: GedFileEntry, scope: RequestScope): Promise<NasaAmesFile | null> {
    return scope.memo(`ged.file ${entry.url}`, () => this.fetch(entry, scope));
  }

  private async fetch(
    { url: printed, name, accessRight, bytes }: GedFileEntry,
    scope: RequestScope,
  ): Promise<NasaAmesFile | null> {
    if (accessRight === 'RESTRICTED' || NO_TEXT.test(name)) return null;
    const address = fileAddress(printed, this.server.filesUrl);
    if (address === null) return null;
    if (bytes !== null && bytes > this.server.maxFileBytes * ROUNDING) throw this.tooLarge(printed);
    const file = await this.ask(address, printed, scope);
    try {
      return await file.nasaAmes();
    } catch (error) {
      if (error instanceof UnreadableDocument)
        throw malformed(GED, `a file that could not be read: ${error.message} (${printed})`, error);
      throw error;
    }
  }

  /** Follows redirects itself: only to files under the same address, whatever else the platform's policy allows. */
  private async ask(address: string, printed: string, scope: RequestScope): Promise<DataFile> {
    let next = address;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const answer = await this.answerOf(next, printed, scope);
      if (answer.state === 'read') return answer.file;
      if (answer.state !== 'moved') throw refused(answer.state, printed);
      const target = answer.to === null || !URL.canParse(answer.to, next) ? null : new URL(answer.to, next).href;
      const moved =
        target?.startsWith(`${this.server.filesUrl}/`) === true ? fileAddress(target, this.server.filesUrl) : null;
      if (moved === null)
        throw malformed(GED, `a redirect of a data file to another place, which was not followed (${printed})`);
      next = moved;
    }
    throw malformed(GED, `more than ${String(MAX_REDIRECTS)} redirects in a row for a data file (${printed})`);
  }

  private async answerOf(address: string, printed: string, scope: RequestScope): Promise<FileAnswer> {
    try {
      return (await this.client.read(fileRequest(address, this.server.maxFileBytes), this.decode, scope)).value;
    } catch (error) {
      throw error instanceof UpstreamTooLarge ? this.tooLarge(printed) : error;
    }
  }

  private tooLarge(printed: string): UpstreamTooLarge {
    const limit = size(this.server.maxFileBytes);
    const message = `The file is larger than ${limit}, the most that is read of a data file of ${GED.name}. Download it from ${printed}.`;
    return new UpstreamTooLarge({ platform: GED.platform, message });
  }
}

function refused(state: 'closed' | 'absent', printed: string): UpstreamError {
  const { platform } = GED;
  if (state === 'absent') {
    const message = `${GED.name} has no file (any more) at ${printed}, to which its page links.`;
    return new UpstreamRejected({ platform, message, status: 404 });
  }
  const message = `${GED.name} asks for a password for ${printed}. The dataset's page says who gives it; it is not used here.`;
  return new UpstreamUnauthenticated({ platform, message });
}
