import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { setTimeout as delay } from 'node:timers/promises';
import { fixed, goTo, html, page, redirect, type Site, type Sites } from '../site.ts';

/** 64 MiB of zeros in 64 KiB. */
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });

const endless: Site = ({ url }, response) =>
  redirect(response, `/step/${Number(url.pathname.split('/').at(-1) ?? '0') + 1 || 1}`);

/** One byte of the header after another, for as long as anybody waits. */
const dripping: Site = async (_request, response) => {
  response.socket?.write('HTTP/1.1 200 OK\r\nx-slow: ');
  while (response.socket?.destroyed === false) {
    response.socket.write('a');
    await delay(50);
  }
};

async function pour(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.write('<html><head><title>很长</title></head><body>');
  const block = '<p>很长的页面</p>'.repeat(4_000);
  while (!response.destroyed) {
    if (!response.write(block)) await delay(5);
  }
}

export const hostile: Sites = {
  'loop.sim.test': ({ url }, response) => redirect(response, url.pathname === '/a' ? '/b' : '/a'),
  'self.sim.test': ({ url }, response) => redirect(response, url.href),
  'endless.sim.test': endless,
  'slow.sim.test': async (_request, response) => {
    await delay(300);
    html(response, page('慢', '<p>慢，但是到了。</p>'));
  },
  'stalled.sim.test': () => undefined,
  'half.sim.test': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).write('<html>'),
  'cut.sim.test': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
    response.write('<html>', () => response.socket?.destroy());
  },
  'dripping.sim.test': dripping,
  'huge.sim.test': (_request, response) => pour(response),
  'bomb.sim.test': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
  'bad-gzip.sim.test': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('not gzip at all'),
  'flood.sim.test': (_request, response) => {
    for (let index = 0; index < 2_000; index += 1) response.setHeader(`x-flood-${index}`, 'a'.repeat(64));
    html(response, page('', 'flood'));
  },
  'not-http.sim.test': (_request, response) => void response.socket?.end('HELLO\r\n\r\n'),
  'to-loopback.sim.test': goTo('http://127.0.0.1:8080/admin'),
  'to-metadata.sim.test': goTo('http://169.254.169.254/latest/meta-data/'),
  'to-router.sim.test': fixed(page('', '<script>location.href = "http://192.168.1.1/reboot"</script>')),
  'to-nowhere.sim.test': goTo('http://'),
};
