import { randomBytes } from 'node:crypto';
import { sameSecret } from './request-guard.ts';

export interface Sessions {
  /** A fresh single-use code for the address's fragment. It replaces any code not used yet. */
  newCode(): string;
  /** Exchanges a code for a session token; a wrong, used or late code gives null. */
  exchange(code: string): string | null;
  isToken(given: string): boolean;
}

const wrongCodesAllowed = 20;

/**
 * The way in: a one-time code that only the window we opened knows becomes a token. Several windows may hold tokens.
 * @param codeLifeMs how long a code may stay unused
 */
export function createSessions(codeLifeMs: number, now: () => number): Sessions {
  let code: { value: string; bornAt: number } | null = null;
  let wrongCodes = 0;
  const tokens: string[] = [];

  return {
    newCode() {
      code = { value: randomBytes(24).toString('base64url'), bornAt: now() };
      wrongCodes = 0;
      return code.value;
    },
    exchange(given) {
      const valid = code !== null && now() - code.bornAt <= codeLifeMs && sameSecret(given, code.value);
      if (!valid) {
        wrongCodes += 1;
        // Guessing 192 bits is hopeless; a page that tries anyway loses the code altogether.
        if (wrongCodes > wrongCodesAllowed) code = null;
        return null;
      }
      code = null;
      const token = randomBytes(32).toString('base64url');
      tokens.push(token);
      return token;
    },
    isToken: (given) => tokens.some((token) => sameSecret(given, token)),
  };
}
