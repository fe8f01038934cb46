import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppInfo } from '#contract/app-info';
import type { Settings } from '#contract/settings';
import { defaultSettings } from '#contract/default-settings';
import type { Transport } from '#rpc/transport';

export interface SettingsState {
  settings: Settings;
  info: AppInfo | null;
  load(): Promise<void>;
  /** Saves a change; the store follows when the engine has it. */
  change(change: Partial<Settings>): Promise<void>;
}

export type SettingsStore = StoreApi<SettingsState>;

export function createSettingsStore(transport: Transport): SettingsStore {
  const store = createStore<SettingsState>((set) => ({
    settings: defaultSettings,
    info: null,
    load: async () => {
      const [settings, info] = await Promise.all([transport.call('settings.get', {}), transport.call('app.info', {})]);
      set({ settings, info });
    },
    change: async (change) => {
      set({ settings: await transport.call('settings.update', change) });
    },
  }));
  transport.listen('settings.changed', (settings) => store.setState({ settings }));
  return store;
}
