import { useStore } from 'zustand';
import { useServices } from './services.tsx';

/** The day everything is judged by: the one the user set, else today. */
export function useJudgingDay(): string {
  return useStore(useServices().settings, ({ settings, info }) => settings.asOf ?? info?.today ?? '');
}
