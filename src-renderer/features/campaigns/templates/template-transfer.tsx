import { DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { CopyTemplate, ImportedTemplates } from '#contract/templates';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { chooseFile } from '../../../ui/choose-file.ts';
import { useAction } from '../../../ui/use-action.ts';

interface TransferProps {
  templates: readonly CopyTemplate[];
  onAdded(id: string): void;
}

/** Template files: takes them in, and writes the user's templates or all of them to one. */
export function TemplateTransfer({ templates, onAdded }: TransferProps): ReactNode {
  const { t } = useTranslator();
  const { transport, host } = useServices();
  const { modal } = App.useApp();
  const { run, busy } = useAction();
  const own = templates.filter(({ builtIn }) => !builtIn);

  function tell(result: ImportedTemplates): void {
    const [first] = result.added;
    if (first) onAdded(first.id);
    void modal.info({
      title: t('templates.imported', { added: result.added.length, already: result.already }),
      content:
        result.refused.length === 0 ? null : (
          <ul className="refused-templates">
            {result.refused.map(({ name, reasons }) => (
              <li key={name}>{t('templates.refused', { name, reasons: reasons.join(' ') })}</li>
            ))}
          </ul>
        ),
    });
  }
  const take = (): void =>
    run(async () => {
      const file = await chooseFile('.json');
      if (file !== null) tell(await transport.call('templates.import', { text: await file.text() }));
    });
  const write = (chosen: readonly CopyTemplate[]): void =>
    run(async () => {
      const { ref, name } = await transport.call('templates.export', { ids: chosen.map(({ id }) => id) });
      await host.revealOrDownload(ref, name);
    });
  return (
    <>
      <Button loading={busy} onClick={take}>
        {t('common.import')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'own', label: t('templates.exportOwn', { n: own.length }), disabled: own.length === 0 },
            { key: 'all', label: t('templates.exportAll', { n: templates.length }) },
          ],
          onClick: ({ key }) => write(key === 'own' ? own : templates),
        }}
      >
        <Button icon={<DownOutlined />} iconPlacement="end">
          {t('common.export')}
        </Button>
      </Dropdown>
    </>
  );
}
