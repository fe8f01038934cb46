import { nothing } from './common.ts';

export interface AppInfo {
  version: string;
  host: 'electron' | 'browser' | 'cli' | 'test';
  dataDir: string;
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  today: string;
  schemaVersion: number;
}

export const appInputs = { 'app.info': nothing };

export interface AppOutputs {
  'app.info': AppInfo;
}
