import { useCallback, useEffect, useRef, useState } from 'react';
import type { CampaignItem, ItemTarget } from '#contract/campaigns';
import type { AppError } from '#contract/errors';
import { useServices } from '../../../state/services.tsx';
import { useRemote } from '../../../state/use-remote.ts';
import { useAction } from '../../../ui/use-action.ts';

/** Pause in typing after which the copy is saved. */
const savePauseMs = 500;

interface ItemCopy {
  /** As it stands; null until it was read. */
  item: CampaignItem | null;
  /** The copy as it is on the screen, saved or not. */
  text: string;
  /** Takes what is typed; saves after a pause. */
  type(text: string): void;
  /** Lets go of what is typed and not stored yet. */
  drop(): void;
  /** What is typed is not stored yet. */
  unsaved: boolean;
  error: AppError | null;
  reload(): void;
}

/**
 * One item whose copy is being written. What is typed stays on the screen whatever the engine says meanwhile; it is saved
 * after a pause, and at once when the editor or the window goes away.
 */
export function useItemCopy(campaignId: number, { itemId, surface }: ItemTarget): ItemCopy {
  const { transport } = useServices();
  const { run } = useAction();
  const remote = useRemote('campaigns.item', { itemId, surface, campaignId });
  const [item, setItem] = useState<CampaignItem | null>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const typed = useRef<string | null>(null);
  useEffect(() => {
    if (remote.data) setItem(remote.data);
  }, [remote.data]);

  const save = useCallback(() => {
    const text = typed.current;
    if (text === null) return;
    run(async () => {
      const saved = await transport.call('campaigns.editItem', { itemId, surface, text });
      setItem(saved);
      if (typed.current !== text) return;
      typed.current = null;
      setDraft(null);
    });
  }, [run, transport, itemId, surface]);

  const take = useCallback((text: string | null) => {
    typed.current = text;
    setDraft(text);
  }, []);
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(save, savePauseMs);
    return () => clearTimeout(timer);
  }, [draft, save]);
  useEffect(() => {
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  return {
    item,
    text: draft ?? item?.text ?? '',
    type: take,
    drop: () => take(null),
    unsaved: draft !== null,
    error: remote.error,
    reload: remote.reload,
  };
}
