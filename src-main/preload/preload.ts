import { contextBridge, ipcRenderer } from 'electron';

/**
 * The page's only way out: frames to the engine and frames from it. `ipcRenderer` itself is never exposed, and both
 * channels are fixed here. The main process checks the sender and the frame's shape.
 */
contextBridge.exposeInMainWorld('bridge', {
  send: (frame: unknown): void => ipcRenderer.send('rpc:to-engine', frame),
  onFrame: (listener: (frame: unknown) => void): (() => void) => {
    const forward = (_event: unknown, frame: unknown): void => listener(frame);
    ipcRenderer.on('rpc:from-engine', forward);
    return () => ipcRenderer.removeListener('rpc:from-engine', forward);
  },
});
