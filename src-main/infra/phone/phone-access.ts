import { timingSafeEqual } from 'node:crypto';

export type Entry = { ok: true; token: string } | { ok: false; why: 'wrong-code' | 'too-many-tries' };

interface Options {
  /** A fresh secret that cannot be guessed. */
  newSecret(): string;
  /** Address of the phone that came in, or null after a new code was made. */
  onChange(): void;
}

/** Guessing is hopeless; somebody who tries all the same ends the share. */
const wrongCodesAllowed = 10;

/**
 * Who may see a shared pack: the first device that shows the one-time code, and nobody after it. The device gets a
 * token, which counts only from the address it was given to.
 */
export class PhoneAccess {
  readonly #options: Options;
  #code: string | null;
  #pass: { token: string; device: string } | null = null;
  #wrongCodes = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#code = options.newSecret();
  }

  /** The code to scan; null once it was used. */
  get code(): string | null {
    return this.#code;
  }

  /** Address of the device that is in. */
  get device(): string | null {
    return this.#pass?.device ?? null;
  }

  /** Exchanges the code for a token, once. */
  enter(code: string, device: string): Entry {
    if (this.#code === null || !sameSecret(code, this.#code)) {
      this.#wrongCodes += 1;
      return { ok: false, why: this.#wrongCodes > wrongCodesAllowed ? 'too-many-tries' : 'wrong-code' };
    }
    this.#code = null;
    this.#pass = { token: this.#options.newSecret(), device };
    this.#options.onChange();
    return { ok: true, token: this.#pass.token };
  }

  allows(token: string, device: string): boolean {
    return this.#pass !== null && device === this.#pass.device && sameSecret(token, this.#pass.token);
  }

  /** A new code; the device that was in is out. */
  renew(): void {
    this.#code = this.#options.newSecret();
    this.#pass = null;
    this.#wrongCodes = 0;
    this.#options.onChange();
  }
}

/** Compares in constant time; lengths are not secret. */
function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
