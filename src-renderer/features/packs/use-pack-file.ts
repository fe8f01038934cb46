import { useState } from 'react';
import type { AppError } from '#contract/errors';
import { useServices } from '../../state/services.tsx';
import { asAppError } from '../../state/as-app-error.ts';

interface PackFile {
  /** Why the last attempt failed. */
  error: AppError | null;
  show(): void;
  download(): void;
}

/** Opens the file manager at a pack, or downloads it. */
export function usePackFile(id: number): PackFile {
  const { transport, host } = useServices();
  const [error, setError] = useState<AppError | null>(null);

  async function withFile(act: (file: { ref: string; name: string }) => Promise<void>): Promise<void> {
    setError(null);
    try {
      await act(await transport.call('packs.file', { id }));
    } catch (failure) {
      setError(asAppError(failure));
    }
  }

  return {
    error,
    show: () => void withFile(({ ref }) => host.showInFolder(ref)),
    download: () => void withFile(({ ref, name }) => host.revealOrDownload(ref, name)),
  };
}
