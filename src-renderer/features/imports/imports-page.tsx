import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useRoute, useServices } from '../../state/services.tsx';
import { BatchPage } from './batch-page.tsx';
import { BatchesPage } from './batches-page.tsx';
import { ImportFlow } from './import-flow.tsx';
import './imports.css';

/** Bringing files in, what became of them, and every import there was. */
export function ImportsPage(): ReactNode {
  const { imports } = useServices();
  const { id, view } = useRoute();
  const busy = useStore(imports, ({ files, jobId }) => files.length > 0 || jobId !== null);
  if (id !== null) return <BatchPage key={id} id={Number(id)} />;
  // Files that wait to be imported are what one comes back to, unless the list was asked for.
  return view['step'] === 'choose' || (busy && view['step'] !== 'list') ? <ImportFlow /> : <BatchesPage />;
}
