import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PhoneContent } from '#app/ports/phone-server';
import { AppError } from '#contract/errors';
import { packMessages } from '#contract/messages/pack-messages';
import { phoneStyle, renderPhonePage } from '#domain/copy-pack/pages/phone-page';
import { phoneScript } from '#domain/copy-pack/pages/phone-script';
import type { LanInterface } from './lan-places.ts';
import type { PhoneAccess } from './phone-access.ts';
import { readSmallJson, refuseForeign, refusePost } from './phone-requests.ts';
import { type PhoneRoute, phoneRoute } from './phone-routes.ts';

interface Dependencies {
  place: LanInterface;
  /** `http://<address>:<port>` */
  origin: string;
  access: PhoneAccess;
  content: PhoneContent;
  /** Somebody tries codes. */
  onGuessing(): void;
}

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const pagePolicy = [
  "default-src 'none'",
  "img-src 'self'",
  "connect-src 'self'",
  `style-src ${sha256(phoneStyle)}`,
  `script-src ${sha256(phoneScript)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const commonHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

const page = Buffer.from(renderPhonePage(packMessages));

/** Refusals carry no words: they are not for people. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...commonHeaders, 'content-length': 0, connection: 'close' }).end();
}

function answer(response: ServerResponse, type: string, body: Uint8Array, extra: Record<string, string> = {}): void {
  const headers = { ...commonHeaders, 'content-type': type, 'content-length': body.length, ...extra };
  response.writeHead(200, headers).end(body);
}

const answerJson = (response: ServerResponse, body: unknown): void =>
  answer(response, 'application/json; charset=utf-8', Buffer.from(JSON.stringify(body)));

/** Answers one phone; a picture is looked up by its numbers, so no path ever comes from a request. */
export class PhoneHandler {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { place, origin, access } = this.#deps;
    const foreign =
      refuseForeign(request, place, origin) ?? (request.method === 'POST' ? refusePost(request, origin) : null);
    if (foreign) return refuse(response, foreign.status);
    const route = phoneRoute(request.method, request.url);
    if (!route) return refuse(response, 404);
    const device = request.socket.remoteAddress ?? '';
    if ('token' in route && !access.allows(route.token, device)) return refuse(response, 403);
    return route.kind === 'enter' || route.kind === 'posted'
      ? this.#write(route, request, response)
      : this.#read(route, response);
  }

  async #read(
    route: Extract<PhoneRoute, { kind: 'page' | 'pack' | 'picture' }>,
    response: ServerResponse,
  ): Promise<void> {
    const { content } = this.#deps;
    if (route.kind === 'picture') return this.#picture(route, response);
    if (route.kind === 'page') {
      return answer(response, 'text/html; charset=utf-8', page, { 'content-security-policy': pagePolicy });
    }
    const { name, surface, language, items } = content;
    return answerJson(response, { name, surface, language, items, posted: content.posted() });
  }

  async #picture({ number, index }: { number: number; index: number }, response: ServerResponse): Promise<void> {
    const { content } = this.#deps;
    const pictures = content.items.find((item) => item.number === number)?.pictures ?? 0;
    if (index < 0 || index >= pictures) return refuse(response, 404);
    try {
      const bytes = await content.picture(number, index);
      // A name for whoever saves it: the album then keeps the order.
      const name = `${String(number).padStart(3, '0')}-${index + 1}.jpg`;
      answer(response, 'image/jpeg', bytes, { 'content-disposition': `inline; filename="${name}"` });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refuse(response, 404);
    }
  }

  async #write(
    route: Extract<PhoneRoute, { kind: 'enter' | 'posted' }>,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const small = await readSmallJson(request);
    if (!small.ok) return refuse(response, small.status);
    if (route.kind === 'posted') return this.#mark(small.body, response);
    const { access, onGuessing } = this.#deps;
    const { code } = small.body;
    const entry = access.enter(typeof code === 'string' ? code : '', request.socket.remoteAddress ?? '');
    if (entry.ok) return answerJson(response, { token: entry.token });
    refuse(response, 403);
    if (entry.why === 'too-many-tries') onGuessing();
  }

  async #mark({ number, posted }: Record<string, unknown>, response: ServerResponse): Promise<void> {
    const { content } = this.#deps;
    const item = content.items.find((each) => each.number === number);
    if (!item || typeof posted !== 'boolean') return refuse(response, 404);
    await content.mark(item.number, posted);
    answerJson(response, { posted });
  }
}
