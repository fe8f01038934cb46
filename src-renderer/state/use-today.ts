import { useStore } from 'zustand';
import { useServices } from './services.tsx';

/** Today in Asia/Shanghai, YYYY-MM-DD; '' until the engine has said so. */
export function useToday(): string {
  return useStore(useServices().settings, ({ info }) => info?.today ?? '');
}
