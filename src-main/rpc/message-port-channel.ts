import { type Channel, type Frame, isFrame } from './frames.ts';

/** The part of a Node `MessagePort`/`Worker` that a channel needs; tests pass a memory pair. */
export interface PortLike {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  off(event: 'message', listener: (message: unknown) => void): unknown;
}

/** A channel over a worker's port. Messages that are not frames are ignored. */
export function messagePortChannel(port: PortLike): Channel {
  return {
    send: (frame: Frame) => port.postMessage(frame),
    onFrame: (listener) => {
      const onMessage = (message: unknown): void => {
        if (isFrame(message)) listener(message);
      };
      port.on('message', onMessage);
      return () => port.off('message', onMessage);
    },
  };
}
