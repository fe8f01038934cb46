import { expect, test } from 'vitest';
import { revealCommand } from './reveal-file.ts';

test('each system opens its own file manager, with the path as one argument', () => {
  const path = '/packs/活动 & “x”.zip';
  expect(revealCommand(path, 'win32')).toEqual(['explorer.exe', [`/select,"${path}"`]]);
  expect(revealCommand(path, 'darwin')).toEqual(['open', ['-R', path]]);
  expect(revealCommand(path, 'linux')).toEqual(['xdg-open', ['/packs']]);
});
