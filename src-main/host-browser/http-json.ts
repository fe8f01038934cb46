import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError, type ErrorData } from '#contract/errors';
import type { Log } from '#infra/log';

const jsonLimitBytes = 1_000_000;

/** Answers with JSON unless something was sent already or the page is gone. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** @throws AppError `VALIDATION` when too large, SyntaxError when not a JSON object */
export async function readJsonBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > jsonLimitBytes)
      throw new AppError('VALIDATION', 'request too large', { params: { detail: '请求过大' } });
    chunks.push(chunk);
  }
  const parsed: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new SyntaxError('not an object');
  return parsed as Record<string, unknown>;
}

/** A string field of a JSON body; '' when it is missing or something else. */
export function textField(body: Record<string, unknown>, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : '';
  return typeof value === 'string' ? value : '';
}

/** What went wrong, as it may be told to the page. */
export function errorForPage(error: unknown, log: Log, where: string): ErrorData {
  if (error instanceof AppError) return error.toData();
  if (error instanceof SyntaxError)
    return { code: 'VALIDATION', message: 'malformed JSON', params: { detail: 'JSON' } };
  const logId = log.bug(error, where);
  return { code: 'INTERNAL', message: 'unexpected error', params: { logId }, logId };
}
