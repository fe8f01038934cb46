import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AppError } from '#contract/errors';
import { isInternalMethod } from '#contract/internal-methods';
import type { MethodName, Methods } from '#contract/methods';
import type { BuiltFile } from '#infra/built-page';
import type { Log } from '#infra/log';
import type { Transport } from '#rpc/transport';
import type { Downloads } from './downloads.ts';
import type { EventStreams } from './event-stream.ts';
import { answerJson, errorForPage, readJsonBody, textField } from './http-json.ts';
import {
  type Refusal,
  refuseForeignHost,
  refuseForeignOrigin,
  refuseNonJson,
  refuseWithoutToken,
} from './request-guard.ts';
import type { Sessions } from './session.ts';
import { receiveUpload } from './uploads.ts';

interface Dependencies {
  engine: Transport;
  sessions: Sessions;
  events: EventStreams;
  downloads: Downloads;
  builtFile(pathname: string): BuiltFile | null;
  /** Opens the file manager at a file; false when there is none. */
  revealFile(path: string): Promise<boolean>;
  uploadFolder: string;
  log: Log;
}

interface Route {
  token: boolean;
  json: boolean;
  run(request: IncomingMessage, response: ServerResponse): unknown;
}

const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The loopback server: every request passes Host, Origin and (but for the page itself) token checks, in that order. */
export class HttpServer {
  readonly server: Server;
  readonly #deps: Dependencies;
  readonly #routes: Record<string, Route> = {
    'POST /session': { token: false, json: true, run: (request, response) => this.#openSession(request, response) },
    'POST /rpc': { token: true, json: true, run: (request, response) => this.#rpc(request, response) },
    'POST /uploads': { token: true, json: false, run: (request, response) => this.#upload(request, response) },
    'POST /download-tickets': { token: true, json: true, run: (request, response) => this.#ticket(request, response) },
    'POST /reveal': { token: true, json: true, run: (request, response) => this.#reveal(request, response) },
    'GET /events': { token: true, json: false, run: (_request, response) => this.#deps.events.add(response) },
  };

  constructor(deps: Dependencies) {
    this.#deps = deps;
    this.server = createServer((request, response) => {
      for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
      this.#handle(request, response).catch((error: unknown) => {
        answerJson(response, 400, { error: errorForPage(error, deps.log, `${request.method} request`) });
      });
    });
  }

  /** `http://127.0.0.1:<port>` once listening. */
  get origin(): string {
    const address = this.server.address();
    return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : 'http://127.0.0.1';
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const { pathname } = new URL(request.url ?? '/', this.origin);
    const key = `${request.method} ${pathname}`;
    const route = Object.hasOwn(this.#routes, key) ? this.#routes[key] : undefined;
    const refusal = this.#refuse(request, route);
    if (refusal) return answerJson(response, refusal.status, { error: refusal.why });
    if (route) return route.run(request, response);
    if (request.method !== 'GET') return answerJson(response, 405, { error: 'method not allowed' });
    return this.#file(pathname, response);
  }

  #refuse(request: IncomingMessage, route: Route | undefined): Refusal | null {
    return (
      refuseForeignHost(request, this.origin) ??
      refuseForeignOrigin(request, this.origin) ??
      (route?.token ? refuseWithoutToken(request, this.#deps.sessions.isToken) : null) ??
      (route?.json ? refuseNonJson(request) : null)
    );
  }

  async #file(pathname: string, response: ServerResponse): Promise<void> {
    const ticket = /^\/downloads\/([\w-]{1,64})$/.exec(pathname)?.[1];
    if (ticket) {
      if (!(await this.#deps.downloads.send(ticket, response))) answerJson(response, 410, { error: 'link expired' });
      return;
    }
    const file = this.#deps.builtFile(pathname);
    if (!file) return answerJson(response, 404, { error: 'not found' });
    response.writeHead(200, file.headers);
    response.end(file.body);
  }

  async #openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = this.#deps.sessions.exchange(textField(await readJsonBody(request), 'code'));
    if (token === null) answerJson(response, 403, { error: 'code is wrong, used or too old' });
    else answerJson(response, 200, { token });
  }

  async #rpc(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJsonBody(request);
    const method = textField(body, 'method');
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      if (isInternalMethod(method)) throw new AppError('METHOD_NOT_FOUND', method, { params: { detail: method } });
      const params = body['params'] as Methods[MethodName]['in'];
      const result = await this.#deps.engine.call(method as MethodName, params, { signal: gone.signal });
      answerJson(response, 200, { ok: true, result });
    } catch (error) {
      answerJson(response, 200, { ok: false, error: errorForPage(error, this.#deps.log, 'rpc') });
    }
  }

  async #upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = decodeURIComponent(String(request.headers['x-file-name'] ?? '')).slice(0, 300) || '未命名';
    const path = await receiveUpload(request, this.#deps.uploadFolder);
    answerJson(response, 200, await this.#deps.engine.call('internal.registerFile', { path, name, mode: 'read' }));
  }

  async #reveal(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ref = textField(await readJsonBody(request), 'ref');
    const { path } = await this.#deps.engine.call('internal.resolveFile', { ref });
    answerJson(response, (await this.#deps.revealFile(path)) ? 200 : 501, {});
  }

  async #ticket(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ref = textField(await readJsonBody(request), 'ref');
    const file = await this.#deps.engine.call('internal.resolveFile', { ref });
    answerJson(response, 200, { ticket: this.#deps.downloads.issue(file) });
  }
}
