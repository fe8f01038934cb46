import type { SealedFile, SealedSecret, SecretBox } from '#app/ports/secret-vault';
import { AppError } from '#contract/errors';
import type { SecretReason } from '#contract/messages/secret-messages';
import type { TopAccount, TopKeyStatus, TopKeysInput } from '#contract/top';
import type { SignMethod } from '#domain/top/sign-request';

/** Everything a call is made and signed with. Lives in memory only. */
export interface TopKeys extends TopAccount {
  appKey: string;
  secret: string;
}

/** The file: app key and secret sealed together, beside them what may be shown without opening it. */
export interface StoredTopKeys {
  secret: SealedSecret;
  appKeyHint: string;
  pid: string;
  relationId: string | null;
  signMethod: SignMethod;
  savedAt: string;
}

interface Dependencies {
  box: SecretBox;
  file: SealedFile<StoredTopKeys>;
  now(): Date;
}

const shortestPassphrase = 8;

/** Keeps the keys of the Taobao Open Platform: sealed in a file, open in memory from unlocking until the program ends. */
export class TopKeyRing {
  readonly #deps: Dependencies;
  #open: TopKeys | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** What there is, without any of the secrets. */
  async status(): Promise<TopKeyStatus> {
    const { box, file } = this.#deps;
    const stored = file.read();
    const newProtection = box.protection();
    if (!stored) return { state: 'none', newProtection, stored: null };
    const { appKeyHint, pid, relationId, signMethod, savedAt, secret } = stored;
    const open = await this.#tryOpen(stored, null);
    return {
      state: open.ok ? 'open' : open.reason === 'secret-no-system-key' ? 'out-of-reach' : 'locked',
      newProtection,
      stored: { appKeyHint, pid, relationId, signMethod, savedAt, protection: secret.protection },
    };
  }

  /** Stores keys; with `secret` null the ones there are stay, and only what surrounds them changes. */
  async save({ appKey, secret, passphrase, ...account }: TopKeysInput): Promise<TopKeyStatus> {
    const { box, file, now } = this.#deps;
    const savedAt = now().toISOString();
    if (appKey === null || secret === null) {
      if (appKey !== null || secret !== null) throw refuse('secret-incomplete');
      const stored = file.read();
      if (!stored) throw refuse('secret-none');
      file.write({ ...stored, ...account, savedAt });
      if (this.#open) this.#open = { ...this.#open, ...account };
      return this.status();
    }
    const needsPassphrase = box.protection() === 'passphrase';
    if (needsPassphrase && (passphrase ?? '').length < shortestPassphrase) throw refuse('secret-passphrase-short');
    const sealed = await box.seal(JSON.stringify({ appKey, secret }), passphrase);
    file.write({ secret: sealed, appKeyHint: hintOf(appKey), ...account, savedAt });
    this.#open = { appKey, secret, ...account };
    return this.status();
  }

  /** @throws AppError `SECRET_STORE` with what is wrong */
  async unlock(passphrase: string): Promise<TopKeyStatus> {
    const stored = this.#deps.file.read();
    if (!stored) throw refuse('secret-none');
    const opened = await this.#tryOpen(stored, passphrase);
    if (!opened.ok) throw refuse(opened.reason);
    return this.status();
  }

  /** Takes the keys from the disk and from memory. */
  async forget(): Promise<TopKeyStatus> {
    this.#open = null;
    this.#deps.file.remove();
    return this.status();
  }

  /** The keys, for making calls. @throws AppError `SECRET_STORE` with what is wrong and what to do */
  async keys(): Promise<TopKeys> {
    const stored = this.#deps.file.read();
    if (!stored) throw refuse('secret-none');
    const opened = await this.#tryOpen(stored, null);
    if (!opened.ok) throw refuse(opened.reason);
    return opened.keys;
  }

  async #tryOpen(
    stored: StoredTopKeys,
    passphrase: string | null,
  ): Promise<{ ok: true; keys: TopKeys } | { ok: false; reason: SecretReason }> {
    if (this.#open && passphrase === null) return { ok: true, keys: this.#open };
    const opened = await this.#deps.box.open(stored.secret, passphrase);
    if (!opened.ok) return { ok: false, reason: reasons[opened.why] };
    const { appKey, secret } = JSON.parse(opened.text) as { appKey: string; secret: string };
    const { pid, relationId, signMethod } = stored;
    this.#open = { appKey, secret, pid, relationId, signMethod };
    return { ok: true, keys: this.#open };
  }
}

const reasons = {
  'wrong-passphrase': 'secret-wrong-passphrase',
  'passphrase-needed': 'secret-locked',
  'no-system-key': 'secret-no-system-key',
  damaged: 'secret-damaged',
} as const satisfies Record<string, SecretReason>;

const refuse = (reason: SecretReason): AppError => new AppError('SECRET_STORE', reason, { params: { reason } });

/** Enough to tell two apps apart: the last four characters, and never more than half. */
function hintOf(appKey: string): string {
  const shown = Math.min(4, Math.floor(appKey.length / 2));
  return `${'•'.repeat(appKey.length - shown)}${appKey.slice(-shown)}`;
}
