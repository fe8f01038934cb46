import { type Settings, settingsShape } from '#contract/settings';
import { defaultSettings } from '#contract/default-settings';
import type { Connection } from '../open-database.ts';
import { writeWhenFree } from '../write-when-free.ts';

export interface SettingsRepository {
  get(): Settings;
  update(change: { [Key in keyof Settings]?: Settings[Key] | undefined }): Promise<Settings>;
}

/** One row per setting. A stored value that no longer fits its shape falls back to the default instead of failing start-up. */
export function createSettingsRepository(db: Connection): SettingsRepository {
  const all = db.prepare<[], { key: string; value_json: string }>('SELECT key, value_json FROM setting');
  const put = db.prepare<[string, string]>(
    'INSERT INTO setting (key, value_json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value_json = excluded.value_json',
  );

  function get(): Settings {
    const stored: Record<string, unknown> = {};
    for (const row of all.all()) {
      const field = Object.hasOwn(settingsShape.shape, row.key)
        ? settingsShape.shape[row.key as keyof Settings].safeParse(JSON.parse(row.value_json))
        : null;
      if (field?.success) stored[row.key] = field.data;
    }
    return { ...defaultSettings, ...(stored as Partial<Settings>) };
  }

  return {
    get,
    update: (change) =>
      writeWhenFree(db, () => {
        for (const [key, value] of Object.entries(change)) if (value !== undefined) put.run(key, JSON.stringify(value));
        return get();
      }),
  };
}
