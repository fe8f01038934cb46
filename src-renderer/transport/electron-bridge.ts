import { AppError, type ErrorData } from '#contract/errors';
import type { FileRef, PickedFile } from '#contract/files';
import type { HostMethodName, HostMethods } from '#contract/host';
import type { MethodName, Methods } from '#contract/methods';
import { createClient } from '#rpc/client';
import { type Channel, isFrame } from '#rpc/frames';
import type { Transport } from '#rpc/transport';
import type { HostBridge } from './host-bridge.ts';

/** What preload exposes. */
interface PreloadBridge {
  send(frame: unknown): void;
  onFrame(listener: (frame: unknown) => void): () => void;
  /** Registers a file the user dropped or chose; its path stays behind. */
  takeFile(file: File): Promise<{ ok: true; file: PickedFile } | { ok: false; error: ErrorData }>;
}

/** The preload's bridge, or null outside Electron. */
export function preloadBridge(): PreloadBridge | null {
  const { bridge } = window as { bridge?: PreloadBridge };
  return bridge ?? null;
}

/** Connects to the engine over Electron IPC. */
export async function connectElectron(bridge: PreloadBridge): Promise<{ transport: Transport; host: HostBridge }> {
  const channel: Channel = {
    send: (frame) => bridge.send(frame),
    onFrame: (listener) =>
      bridge.onFrame((frame) => {
        if (isFrame(frame)) listener(frame);
      }),
  };
  const firstId = 1 + Math.floor(Math.random() * 900_000_000);
  const transport = createClient(channel, firstId);

  // Host methods travel in the same frames but are answered by the main process, so they are not in the engine's map.
  function callHost<M extends HostMethodName>(method: M, params: HostMethods[M]['in']): Promise<HostMethods[M]['out']> {
    return transport.call(method as unknown as MethodName, params as Methods[MethodName]['in']) as unknown as Promise<
      HostMethods[M]['out']
    >;
  }

  async function showInFolder(ref: FileRef): Promise<void> {
    await callHost('host.showInFolder', { ref });
  }

  const host: HostBridge = {
    capabilities: await callHost('host.capabilities', {}),
    pickFiles: () => callHost('host.pickFiles', {}),
    async takeDroppedFiles(files) {
      const picked: PickedFile[] = [];
      for (const file of files) {
        const taken = await bridge.takeFile(file);
        if (!taken.ok) throw AppError.fromData(taken.error);
        picked.push(taken.file);
      }
      return picked;
    },
    pickSaveTarget: (suggestedName, container) => callHost('host.pickSaveTarget', { suggestedName, container }),
    pickPack: (container) => callHost('host.pickPack', { container }),
    pickFolder: () => callHost('host.pickFolder', {}),
    async openExternal(url) {
      await callHost('host.openExternal', { url });
    },
    revealOrDownload: showInFolder,
    showInFolder,
  };
  return { transport, host };
}
