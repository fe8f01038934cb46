import type { ServerResponse } from 'node:http';

const heartbeatMs = 15_000;

export interface EventStreams {
  add(response: ServerResponse): void;
  send(name: string, data: unknown): void;
  count(): number;
  /** Called whenever the number of connected pages changes. */
  onCount(listener: (count: number) => void): void;
  close(): void;
}

/** One long answer per page, a JSON line per event. Results never ride here, so a dropped stream loses only notices. */
export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>();
  const listeners = new Set<(count: number) => void>();
  const heartbeat = setInterval(() => {
    for (const response of open) response.write('\n');
  }, heartbeatMs);
  heartbeat.unref();

  function changed(): void {
    for (const listener of listeners) listener(open.size);
  }

  return {
    add(response) {
      response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
      response.write('\n');
      open.add(response);
      response.on('close', () => {
        open.delete(response);
        changed();
      });
      changed();
    },
    send(name, data) {
      const line = `${JSON.stringify({ name, data })}\n`;
      for (const response of open) response.write(line);
    },
    count: () => open.size,
    onCount: (listener) => void listeners.add(listener),
    close() {
      clearInterval(heartbeat);
      for (const response of open) response.end();
    },
  };
}
