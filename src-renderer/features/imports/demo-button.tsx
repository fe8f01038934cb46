import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Loads the demo products; they are an import like any other and can be undone. */
export function DemoButton(): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { busy, run } = useAction();
  return (
    <Button loading={busy} onClick={() => run(() => transport.call('import.demo', {}))}>
      {t('action.demo')}
    </Button>
  );
}
