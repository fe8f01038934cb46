import type { TopParams } from './sign-request.ts';
import { at } from './read-json.ts';
import { readErrorResponse, refusal, type TopRefusal } from './top-refusal.ts';

/** One call: what to send besides the system parameters, and how its answer is read. */
export interface TopCall<Answer> {
  method: string;
  params: TopParams;
  /** @param response what stands under the method's own name in the answer */
  read(response: unknown): Answer;
}

export type TopResult<Answer> = { ok: true; answer: Answer } | { ok: false; refusal: TopRefusal };

/** The name an answer's content stands under: `taobao.tbk.tpwd.create` answers `tbk_tpwd_create_response`. */
const responseName = (method: string): string => `${method.replace(/^taobao\./, '').replaceAll('.', '_')}_response`;

/** Reads the body of an answer. @param body as it arrived, decoded */
export function readTopAnswer<Answer>(call: TopCall<Answer>, body: string): TopResult<Answer> {
  const parsed = parseJson(body);
  if (parsed === undefined) return { ok: false, refusal: refusal('unreadable', { detail: firstWords(body) }) };
  const error = at(parsed, 'error_response');
  if (error !== undefined) return { ok: false, refusal: readErrorResponse(call.method, error) };
  const response = at(parsed, responseName(call.method));
  if (response === undefined)
    return { ok: false, refusal: refusal('unreadable', { detail: responseName(call.method) }) };
  return { ok: true, answer: call.read(response) };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const firstWords = (body: string): string =>
  body
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
