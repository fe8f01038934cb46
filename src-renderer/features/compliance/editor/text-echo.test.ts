import { describe, expect, it } from 'vitest';
import { TextEcho } from './text-echo.ts';

const after = (...texts: string[]): TextEcho => {
  const echo = new TextEcho();
  for (const text of texts) echo.handOut(text);
  return echo;
};

describe('TextEcho', () => {
  it('knows a text that comes back late, while more was typed', () => {
    const echo = after('a', 'ab', 'abc');
    expect(echo.takeBack('a')).toBe(true);
    expect(echo.takeBack('abc')).toBe(true);
  });

  it('takes a text that already came back for a new one: a template is restored twice', () => {
    const echo = after('edited');
    expect(echo.takeBack('edited')).toBe(true);
    expect(echo.takeBack('template')).toBe(false);
    echo.handOut('edited');
    expect(echo.takeBack('edited')).toBe(true);
    expect(echo.takeBack('template')).toBe(false);
  });

  it('counts texts left out by rendering as come back', () => {
    const echo = after('a', 'ab', 'abc');
    expect(echo.takeBack('abc')).toBe(true);
    expect(echo.takeBack('ab')).toBe(false);
  });

  it('waits for nothing once another text was handed in, or it was cleared', () => {
    const echo = after('a');
    expect(echo.takeBack('new')).toBe(false);
    expect(echo.takeBack('a')).toBe(false);
    const cleared = after('a');
    cleared.clear();
    expect(cleared.takeBack('a')).toBe(false);
  });

  it('does not grow without end', () => {
    const echo = after(...Array.from({ length: 1000 }, (_, index) => `text ${index}`));
    expect(echo.takeBack('text 0')).toBe(false);
  });
});
