/** What keeps a stored secret from being read: the system's own key store, or a passphrase only the user knows. */
export type SecretProtection = 'system' | 'passphrase';

/** A secret as it lies on the disk. */
export interface SealedSecret {
  protection: SecretProtection;
  /** Everything but the key that is needed to open it, as JSON. */
  sealed: unknown;
}

export type OpenedSecret =
  | { ok: true; text: string }
  | { ok: false; why: 'wrong-passphrase' | 'passphrase-needed' | 'no-system-key' | 'damaged' };

/** Encrypts and decrypts secrets; the keys never leave it. */
export interface SecretBox {
  /** How a secret would be protected here and now. */
  protection(): SecretProtection;
  /** @param passphrase needed when {@link protection} says so, ignored otherwise */
  seal(text: string, passphrase: string | null): Promise<SealedSecret>;
  open(secret: SealedSecret, passphrase: string | null): Promise<OpenedSecret>;
}

/** One small file beside the catalog; it is in no backup, pack or export. */
export interface SealedFile<Stored> {
  /** Null when there is none, or none that can be read. */
  read(): Stored | null;
  /** @throws AppError `SECRET_STORE` */
  write(stored: Stored): void;
  remove(): void;
}
