import { useSettings } from './services.tsx';

/** What the user calls their ad zone; null for one without a name and for other people's. */
export function useOwnPidName(pid: string | null): string | null {
  const { ownPids } = useSettings();
  const name = ownPids.find((own) => own.pid === pid)?.name ?? '';
  return name === '' ? null : name;
}
