import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import type { GraphQLPort } from '../../../exports/graphql-port.js';
import type { ReadingLanguage } from '../../../formats/work.js';
import { bestText } from '../../../subgraphs/common/localized-text.js';
import type { PlatformFacts } from '../../../subgraphs/common/platform.js';
import type { Admission } from '../../admission.js';
import { askGateway } from '../../ask.js';
import { readCredentials, tokenHeadersOf } from '../../credentials.js';
import type { Gateway } from '../../gateway.js';
import { HttpFault } from '../../http-fault.js';
import { send } from '../../http-server.js';
import { faultPage } from '../../pages/work/fault-page.js';
import { WORK_HEADERS, workPage } from '../../pages/work/page.js';
import type { Credit } from '../../pages/work/view.js';
import type { Reply } from '../../reply.js';
import type { Settings } from '../../settings.js';
import { faultOf, goneWork, noId, unknownWork } from './faults.js';
import { linkHeader, linksetJson, linksetText } from './links.js';
import { readDocument, readLinks, readPage, readTombstone } from './read-work.js';
import {
  LINKSET,
  METADATA,
  negotiated,
  PAGE,
  REPRESENTATIONS,
  wantsPage,
  type Representation,
} from './representations.js';
import { sendTagged } from './send-tagged.js';
import { alternates, linkset, metadataLinks, pageLinks, type Place } from './signposting.js';
import { askedWork, pathOfWork } from './work-path.js';

/** Proxies take headers of 8 KB in all; the linkset has what finds no room. */
const MOST_LINKS = 6_000;

/** What an address asks for beside the work. */
interface Wish {
  readonly representation: Representation;
  /** It was named in the address, and is not one of several that the address stands for. */
  readonly isNamed: boolean;
  readonly language: ReadingLanguage;
}

/** A work's form, and whose it is. */
interface Given {
  readonly id: string;
  readonly type: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const isLanguage = (text: string): text is ReadingLanguage => text === 'ja' || text === 'en';

/** The landing pages: GET /works/{id}, a work for people and, by Accept or `?format=`, in every format. */
export class WorkRoutes {
  private readonly tokenHeaders: ReadonlyMap<string, string>;
  private readonly credits: ReadonlyMap<string, PlatformFacts>;

  /** @param base where callers reach this server, without a slash behind it: known once it listens */
  constructor(
    private readonly gateway: Gateway,
    private readonly settings: Settings,
    private readonly admission: Admission,
    private readonly base: () => string,
  ) {
    this.tokenHeaders = tokenHeadersOf(gateway.facts);
    this.credits = new Map(gateway.facts.map((facts) => [facts.platform, facts]));
  }

  /** Answers one request. @throws HttpFault to those who read no pages */
  async answer(path: string, search: string, request: IncomingMessage, response: Reply): Promise<void> {
    try {
      await this.give(path, search, request, response);
    } catch (error) {
      const fault = faultOf(error);
      if (!(fault instanceof HttpFault) || fault.status === 406 || !wantsPage(request.headers.accept)) throw fault;
      const { status, message, headers } = fault;
      const language = this.languageOf(request, new URLSearchParams(search).get('lang'));
      const retryAfter = headers['retry-after'] ?? null;
      const html = faultPage({ status, message, retryAfter, language, base: this.base() });
      send(response, status, 'text/html; charset=utf-8', html, {
        ...WORK_HEADERS,
        'cache-control': 'no-store',
        'content-language': language,
        ...headers,
      });
    }
  }

  private async give(path: string, search: string, request: IncomingMessage, response: Reply): Promise<void> {
    const asked = askedWork(path);
    if (asked === null) throw noId();
    if (asked.moved) {
      this.seeOther(response, asked.id, search);
      return;
    }
    response.appendHeader('vary', ['accept', 'accept-language', ...this.tokenHeaders.keys()].join(', '));
    const wish = this.wishOf(request, search, asked.id);
    const credentials = readCredentials(request.headers, this.tokenHeaders);
    await this.gateway.limiter?.spend(request, response, credentials, 1);
    const left = new AbortController();
    response.once('close', () => {
      left.abort(new Error('The caller went away.'));
    });
    const leave = await this.admission.enter(left.signal);
    let freshMs = 0;
    let given: Given | null;
    try {
      const port = askGateway(this.gateway, {
        timeoutMs: this.settings.requestTimeoutMs,
        credentials,
        requestId: response.requestId,
        onFreshness: (ms) => {
          freshMs = credentials.size === 0 ? ms : 0;
        },
      });
      given = await this.read(port, asked.id, wish, left.signal);
      if (given === null) throw await this.missing(port, asked.id, left.signal);
    } finally {
      leave();
    }
    if (given.id !== asked.id) {
      this.seeOther(response, given.id, search);
      return;
    }
    sendTagged(request, response, { ...given, freshMs });
  }

  private read(port: GraphQLPort, id: string, wish: Wish, signal: AbortSignal): Promise<Given | null> {
    switch (wish.representation.kind) {
      case 'page':
        return this.page(port, id, wish, signal);
      case 'linkset':
        return this.linkset(port, id, wish, signal);
      case 'format':
        return this.document(port, id, wish, signal);
    }
  }

  private async missing(port: GraphQLPort, id: string, signal: AbortSignal): Promise<HttpFault> {
    const left = await readTombstone(port, id, signal);
    if (left === null) return unknownWork(id);
    return goneWork(id, this.credit(left.platform, 'en').name, left.deleted?.slice(0, 10) ?? null);
  }

  private async page(port: GraphQLPort, id: string, { language }: Wish, signal: AbortSignal): Promise<Given | null> {
    const work = await readPage(port, id, language, signal);
    if (work === null) return null;
    const place = this.place(work.id);
    const body = workPage({
      work,
      language,
      base: this.base(),
      page: place.page,
      downloads: [...METADATA].map((one) => ({
        name: one.format?.title ?? one.name,
        mediaType: one.mediaType,
        href: place.of(one),
      })),
      pageOf: (other) => this.base() + pathOfWork(other),
      credit: (platform) => this.credit(platform, language),
    });
    const link = linkHeader(pageLinks(work, place), MOST_LINKS);
    return {
      id: work.id,
      type: 'text/html; charset=utf-8',
      body,
      headers: { ...WORK_HEADERS, 'content-language': language, link },
    };
  }

  private async linkset(
    port: GraphQLPort,
    id: string,
    { representation }: Wish,
    signal: AbortSignal,
  ): Promise<Given | null> {
    const work = await readLinks(port, id, signal);
    if (work === null) return null;
    const place = this.place(work.id);
    const contexts = linkset(work, place);
    const body = representation === LINKSET ? linksetText(contexts) : linksetJson(contexts);
    return {
      id: work.id,
      type: representation.mediaType,
      body,
      headers: { 'content-location': place.of(representation) },
    };
  }

  private async document(
    port: GraphQLPort,
    id: string,
    { representation, isNamed }: Wish,
    signal: AbortSignal,
  ): Promise<Given | null> {
    const { format } = representation;
    if (format === undefined) throw new Error(`${representation.name} is no format`);
    const work = await readDocument(port, id, format.exportFormat, signal);
    if (work === null) return null;
    const place = this.place(work.id);
    // The address of the work has the links of its page, in whatever form it is given.
    const links = isNamed ? metadataLinks(representation, place) : pageLinks(work, place);
    return {
      id: work.id,
      type: format.mediaType,
      body: work.text,
      headers: { link: linkHeader(links, MOST_LINKS), 'content-location': place.of(representation) },
    };
  }

  private wishOf(request: IncomingMessage, search: string, id: string): Wish {
    const parameters = new URLSearchParams(search);
    const lang = parameters.get('lang');
    if (lang !== null && !isLanguage(lang))
      throw new HttpFault(400, `lang=${lang.slice(0, 20)}: write ja or en.`, 'BAD_USER_INPUT');
    const language = this.languageOf(request, lang);
    const name = parameters.get('format');
    if (name !== null) {
      const named = REPRESENTATIONS.find((one) => one.name === name);
      if (named !== undefined) return { representation: named, isNamed: true, language };
      const names = REPRESENTATIONS.map((one) => one.name).join(', ');
      throw new HttpFault(400, `format=${name.slice(0, 50)}: there are ${names}.`, 'BAD_USER_INPUT');
    }
    const suits = negotiated(request.headers.accept);
    if (suits !== null) return { representation: suits, isNamed: false, language };
    const types = REPRESENTATIONS.map(({ mediaType }) => mediaType).join(', ');
    throw new HttpFault(
      406,
      `Works are not to be had as ${JSON.stringify(request.headers.accept?.slice(0, 200))}. Accept one of ${types}.`,
      'BAD_REQUEST',
      { link: linkHeader(alternates(this.place(id)), MOST_LINKS) },
    );
  }

  private languageOf(request: IncomingMessage, lang: string | null): ReadingLanguage {
    if (lang !== null && isLanguage(lang)) return lang;
    return new Negotiator(request).language(['en', 'ja']) === 'ja' ? 'ja' : 'en';
  }

  /** Elsewhere: at the work's own address, in the same form. */
  private seeOther(response: Reply, id: string, search: string): void {
    const location = this.base() + pathOfWork(id) + search;
    send(response, 303, 'text/plain; charset=utf-8', `See ${location}\n`, { location, 'cache-control': 'no-store' });
  }

  private place(id: string): Place {
    const page = this.base() + pathOfWork(id);
    return { page, of: (one) => (one === PAGE ? page : `${page}?format=${one.name}`) };
  }

  private credit(platform: string, language: ReadingLanguage): Credit {
    const facts = this.credits.get(platform);
    const name = facts === undefined ? platform : bestText(facts.title, [language]);
    return {
      name,
      // "Data Integration and Analysis System (DIAS)": what stands in brackets is what people say.
      short: /[（(]([^（()）]+)[)）]$/.exec(name)?.[1] ?? name,
      attribution: facts?.attribution ?? null,
      termsUrl: facts?.termsUrl ?? null,
    };
  }
}
