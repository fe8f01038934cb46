import { type ReactNode, useEffect, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
// Of its own: it is seen on every page, also before that of the imports was opened.
import './drop-zone.css';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files dropped anywhere on the window start an import. */
export function DropZone(): ReactNode {
  const { t } = useTranslator();
  const { host, imports, route } = useServices();
  const { run } = useAction();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      // Part of a page takes it, and says so itself.
      setOver(!event.defaultPrevented);
      event.preventDefault();
    };
    // A drag that leaves the window has nowhere it goes to.
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      setOver(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      run(async () => {
        const picked = await host.takeDroppedFiles(files);
        if (picked.length === 0) return;
        route.getState().go('imports', { view: { step: 'choose' } });
        await imports.getState().add(picked);
      });
    };
    window.addEventListener('dragover', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [host, imports, route, run]);

  return over ? (
    <div className="drop-zone" aria-hidden="true">
      {t('imports.drop')}
    </div>
  ) : null;
}
