import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { hasEnded } from '../../state/jobs-store.ts';
import { useJob, useRoute, useServices } from '../../state/services.tsx';
import { BatchPage } from './batch-page.tsx';
import { BatchesPage } from './batches-page.tsx';
import { ImportFlow } from './import-flow.tsx';
import './imports.css';

/** Bringing files in, what became of them, and every import there was. */
export function ImportsPage(): ReactNode {
  const { imports, route } = useServices();
  const { id, view } = useRoute();
  const { files, jobId } = useStore(imports);
  const job = useJob(jobId);
  const isBusy = files.length > 0 || (job !== null && !hasEnded(job));
  // Files that wait and an import that runs are what one comes back to, unless the list was asked for.
  const comesBack = id === null && view['step'] === undefined && isBusy;
  // From then on the address says so: the outcome stays when the import ends.
  useEffect(() => {
    if (comesBack) route.getState().setView({ step: 'choose' });
  }, [comesBack, route]);
  if (id !== null) return <BatchPage key={id} id={Number(id)} />;
  return view['step'] === 'choose' || comesBack ? <ImportFlow /> : <BatchesPage />;
}
