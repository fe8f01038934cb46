import { createContext, type ReactNode, use } from 'react';
import { useStore } from 'zustand';
import type { JobSnapshot } from '#contract/jobs';
import type { Settings } from '#contract/settings';
import type { Transport } from '#rpc/transport';
import type { HostBridge } from '../transport/host-bridge.ts';
import { createImportStore, type ImportStore } from './import-store.ts';
import { createJobsStore, type JobsStore } from './jobs-store.ts';
import { createPasteStore, type PasteStore } from './paste-store.ts';
import { ReadAhead } from './read-ahead.ts';
import { createRevisionStore, type RevisionStore } from './revision-store.ts';
import { createRouteStore, type Route, type RouteStore } from './route-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { createTourStore, type TourStore } from './tour-store.ts';
import { createTemplateDrafts, type TemplateDraftStore } from './template-drafts.ts';
import { createUndoStore, type UndoStore } from './undo-store.ts';
import { createWatchStore, type WatchStore } from './watch-store.ts';

/** What every feature may reach: the engine, the host, and the stores more than one feature needs. */
export interface Services {
  transport: Transport;
  host: HostBridge;
  settings: SettingsStore;
  jobs: JobsStore;
  imports: ImportStore;
  watch: WatchStore;
  paste: PasteStore;
  revision: RevisionStore;
  ahead: ReadAhead;
  route: RouteStore;
  undo: UndoStore;
  tour: TourStore;
  templateDrafts: TemplateDraftStore;
}

export function createServices(transport: Transport, host: HostBridge): Services {
  return {
    transport,
    host,
    settings: createSettingsStore(transport),
    jobs: createJobsStore(transport),
    imports: createImportStore(transport),
    watch: createWatchStore(transport),
    paste: createPasteStore(transport),
    revision: createRevisionStore(transport),
    ahead: new ReadAhead(transport),
    route: createRouteStore(),
    undo: createUndoStore(),
    tour: createTourStore(),
    templateDrafts: createTemplateDrafts(),
  };
}

const ServicesContext = createContext<Services | null>(null);

export function ServicesProvider({ services, children }: { services: Services; children: ReactNode }): ReactNode {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('no ServicesProvider above');
  return services;
}

export function useSettings(): Settings {
  return useStore(useServices().settings, (state) => state.settings);
}

export function useRoute(): Route {
  return useStore(useServices().route, (state) => state.route);
}

/** A job's newest snapshot; null while none is known. */
export function useJob(id: string | null): JobSnapshot | null {
  return useStore(useServices().jobs, (state) => (id === null ? null : (state.jobs[id] ?? null)));
}
