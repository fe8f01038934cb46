import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { AppError, type ErrorData } from '#contract/errors';
import { isInternalMethod } from '#contract/internal-methods';
import { type HostMethods, type HostMethodName, hostInputs, isHostMethod } from '#contract/host';
import { type Channel, type Frame, isFrame } from '#rpc/frames';
import { isAppUrl } from './app-origin.ts';

export type HostHandlers = {
  [M in HostMethodName]: (params: HostMethods[M]['in']) => Promise<HostMethods[M]['out']> | HostMethods[M]['out'];
};

interface Dependencies {
  ipcMain: IpcMain;
  engine: Channel;
  /** The one window whose page may talk to us. */
  window(): WebContents | null;
  host: HostHandlers;
  logBug(error: unknown, where: string): string;
}

type CallFrame = Extract<Frame, { type: 'call' }>;

/** Whether a message comes from the main frame of our own window showing our own page. */
export function isTrustedSender(
  event: Pick<IpcMainEvent | IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  window: WebContents | null,
): boolean {
  if (!window || event.sender !== window || !event.senderFrame) return false;
  return event.senderFrame === window.mainFrame && isAppUrl(event.senderFrame.url);
}

/** Relays frames between the page and the engine, and answers the host's own methods in between. */
export function bridgeIpc(deps: Dependencies): void {
  let fatal: Extract<Frame, { type: 'fatal' }> | null = null;
  // The host talks to the engine over the same channel; its replies may hold paths and are not the page's business.
  const pageCalls = new Set<number>();
  const reply = (frame: Frame): void => deps.window()?.send('rpc:from-engine', frame);

  function refuse(id: number, error: ErrorData): void {
    reply({ type: 'err', id, error });
  }

  async function answerHostCall(frame: CallFrame, method: HostMethodName): Promise<void> {
    const input = hostInputs[method].safeParse(frame.params);
    if (!input.success)
      return refuse(frame.id, new AppError('VALIDATION', method, { params: { detail: method } }).toData());
    try {
      const handler = deps.host[method] as (params: unknown) => unknown;
      reply({ type: 'ok', id: frame.id, result: (await handler(input.data)) ?? null });
    } catch (error) {
      const logId = deps.logBug(error, method);
      const known = error instanceof AppError ? error.toData() : null;
      refuse(frame.id, known ?? { code: 'INTERNAL', message: method, params: { logId }, logId });
    }
  }

  function fromPage(frame: Frame): void {
    if (frame.type === 'cancel') return deps.engine.send(frame);
    if (frame.type !== 'call') return undefined;
    // The engine may have failed before the page was there to hear it.
    if (fatal) return reply(fatal);
    if (isHostMethod(frame.method)) return void answerHostCall(frame, frame.method);
    if (isInternalMethod(frame.method)) {
      return refuse(
        frame.id,
        new AppError('METHOD_NOT_FOUND', frame.method, { params: { detail: frame.method } }).toData(),
      );
    }
    pageCalls.add(frame.id);
    return deps.engine.send(frame);
  }

  function toPage(frame: Frame): void {
    if (frame.type === 'fatal') fatal = frame;
    const isReply = frame.type === 'ok' || frame.type === 'err';
    if (!isReply || pageCalls.delete(frame.id)) reply(frame);
  }

  deps.ipcMain.on('rpc:to-engine', (event, frame: unknown) => {
    if (isTrustedSender(event, deps.window()) && isFrame(frame)) fromPage(frame);
  });
  deps.engine.onFrame(toPage);
}
