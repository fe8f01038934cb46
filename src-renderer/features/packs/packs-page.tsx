import type { ReactNode } from 'react';
import { useRoute } from '../../state/services.tsx';
import { PackDesk } from './pack-desk.tsx';
import { PackList } from './pack-list.tsx';
import './packs.css';

/** The list of packs, or the one the address names. */
export function PacksPage(): ReactNode {
  const { id } = useRoute();
  const packId = Number(id);
  return Number.isSafeInteger(packId) && packId > 0 ? <PackDesk key={packId} id={packId} /> : <PackList />;
}
