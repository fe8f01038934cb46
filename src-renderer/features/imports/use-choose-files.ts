import { useServices } from '../../state/services.tsx';
import { type Action, useAction } from '../../ui/use-action.ts';

/** Lets the user choose files and opens the import with them. */
export function useChooseFiles(): { busy: Action['busy']; choose(): void } {
  const { host, imports, route } = useServices();
  const { busy, run } = useAction();
  const choose = (): void =>
    run(async () => {
      const picked = await host.pickFiles();
      if (picked.length === 0) return;
      route.getState().go('imports', { view: { step: 'choose' } });
      await imports.getState().add(picked);
    });
  return { busy, choose };
}
