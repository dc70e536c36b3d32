import { createHmac, randomBytes } from 'node:crypto';
import type { SandboxItem } from './repositories.js';

/** What a resumption token stands for: the arguments of the first request, as they are echoed, and the page that it asks for. */
export interface Continuation {
  readonly arguments: Readonly<Record<string, string>>;
  /** 1-based. */
  readonly page: number;
  readonly scrollId: string;
}

export interface TokenBehaviour {
  /** The search engine's scroll goes on with every use of a token: a repeated token skips a page (fact sheet 2.6). */
  readonly tokensAreOneShot: boolean;
  /** 24 hours at the real platform. */
  readonly tokenLifetimeMs: number;
}

export const REAL_TOKENS: TokenBehaviour = { tokensAreOneShot: true, tokenLifetimeMs: 24 * 60 * 60 * 1000 };

interface Scroll {
  readonly list: readonly SandboxItem[];
  /** Pages handed out. */
  pages: number;
}

/** A host forgets the oldest scrolls beyond this. */
const MAX_SCROLLS = 500;

/**
 * The resumption tokens of one host and the search engine's scrolls behind them. A token is text with dots that can go
 * into a URL, holds a random seed (two tokens for one position differ), is signed with the verb as salt, and expires.
 */
export class ResumptionTokens {
  private readonly secret = randomBytes(32);
  private readonly scrolls = new Map<string, Scroll>();

  constructor(
    private readonly behaviour: TokenBehaviour,
    /** Each makes the scroll id, and the token with it, longer. */
    private readonly shards: number,
  ) {}

  /** Keeps a list as a scroll whose first page has been handed out. */
  open(list: readonly SandboxItem[]): string {
    const scrollId = `DnF1ZXJ5VGhlbkZldGNo${randomBytes(this.shards * 50).toString('base64url')}`;
    this.scrolls.set(scrollId, { list, pages: 1 });
    for (const oldest of [...this.scrolls.keys()].slice(0, Math.max(0, this.scrolls.size - MAX_SCROLLS)))
      this.scrolls.delete(oldest);
    return scrollId;
  }

  /** The list of a scroll and the number of the page that comes now; null where the search engine has forgotten it. */
  advance(continuation: Continuation): { readonly list: readonly SandboxItem[]; readonly page: number } | null {
    const scroll = this.scrolls.get(continuation.scrollId);
    if (!scroll) return null;
    scroll.pages += 1;
    return { list: scroll.list, page: this.behaviour.tokensAreOneShot ? scroll.pages : continuation.page };
  }

  private sign(verb: string, text: string): string {
    return createHmac('sha1', this.secret).update(`${verb}.${text}`).digest('base64url');
  }

  issue(verb: string, continuation: Continuation, now: Date): { readonly token: string; readonly expires: Date } {
    const payload = { seed: randomBytes(9).toString('base64url'), ...continuation };
    const expires = new Date(now.getTime() + this.behaviour.tokenLifetimeMs);
    const text = `${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${expires.getTime().toString(36)}`;
    return { token: `${text}.${this.sign(verb, text)}`, expires };
  }

  /** What a token stands for; null where it is expired, altered, another verb's or another host's. */
  read(verb: string, token: string, now: Date): Continuation | null {
    const [payload = '', expires = '', signature = ''] = token.split('.');
    if (signature === '' || this.sign(verb, `${payload}.${expires}`) !== signature) return null;
    if (Number.parseInt(expires, 36) <= now.getTime()) return null;
    const decoded: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return isContinuation(decoded) ? decoded : null;
  }
}

function isContinuation(value: unknown): value is Continuation {
  return typeof value === 'object' && value !== null && 'arguments' in value && 'page' in value && 'scrollId' in value;
}
