import { contextBridge, ipcRenderer, webUtils } from 'electron';

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
  /**
   * Registers a file that was dropped on the page or chosen in it. The path is read from the file object here and never
   * reaches the page; a page cannot name a path, for an object it made itself has none.
   */
  takeFile: (file: File): Promise<unknown> =>
    ipcRenderer.invoke('files:take', { path: webUtils.getPathForFile(file), name: file.name }),
});
