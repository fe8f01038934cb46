import { expect, test } from 'vitest';
import { defaultBrowserCommand } from './app-window.ts';

test('the address reaches the default browser whole: unquoted, Explorer would cut it at the equals sign', () => {
  const url = 'http://127.0.0.1:4123/#code=a-b';
  expect(defaultBrowserCommand(url, 'win32')).toEqual(['explorer.exe', [`"${url}"`]]);
  expect(defaultBrowserCommand(url, 'darwin')).toEqual(['open', [url]]);
  expect(defaultBrowserCommand(url, 'linux')).toEqual(['xdg-open', [url]]);
});
