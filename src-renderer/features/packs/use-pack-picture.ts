import { useEffect, useState } from 'react';
import type { AppError } from '#contract/errors';
import type { Transport } from '#rpc/transport';
import { useServices } from '../../state/services.tsx';
import { asAppError } from '../../state/as-app-error.ts';

/** A few pictures are kept, so that going back and forth does not read the pack again. */
const keptPictures = 24;

interface Shown {
  key: string;
  /** A data address. */
  source: string | null;
  error: AppError | null;
}

const kept = new Map<string, string>();

async function load(
  transport: Transport,
  key: string,
  wanted: { id: number; number: number; index: number },
): Promise<string> {
  const known = kept.get(key);
  if (known) return known;
  const { jpeg } = await transport.call('packs.picture', wanted);
  const source = `data:image/jpeg;base64,${jpeg}`;
  kept.set(key, source);
  const [oldest] = kept.keys();
  if (kept.size > keptPictures && oldest !== undefined) kept.delete(oldest);
  return source;
}

/** A picture of a pack's item, read from the pack itself. */
export function usePackPicture(id: number, number: number, index: number): Omit<Shown, 'key'> {
  const { transport } = useServices();
  const key = `${id}/${number}/${index}`;
  const [shown, setShown] = useState<Shown>({ key: '', source: null, error: null });
  useEffect(() => {
    let wanted = true;
    load(transport, key, { id, number, index }).then(
      (source) => wanted && setShown({ key, source, error: null }),
      (failure: unknown) => wanted && setShown({ key, source: null, error: asAppError(failure) }),
    );
    return () => {
      wanted = false;
    };
  }, [transport, key, id, number, index]);
  return shown.key === key ? shown : { source: null, error: null };
}
