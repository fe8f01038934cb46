import { App, Button, Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useKeepText } from '../../paste/use-keep-text.ts';

interface AddLinkProps {
  productId: string;
  surface: SurfaceId;
}

/** Gives a product another link: anything that holds one may be pasted. It can be taken back like an import. */
export function AddLink({ productId, surface }: AddLinkProps): ReactNode {
  const { t } = useTranslator();
  const { message } = App.useApp();
  const { transport } = useServices();
  const { run, busy: reading } = useAction();
  const { keep, busy } = useKeepText();
  const [text, setText] = useState('');
  const [own, setOwn] = useState(true);

  const add = (): void =>
    run(async () => {
      const { products } = await transport.call('paste.read', { text, surface, own });
      const choices = products.flatMap(({ links }, product) =>
        links.length === 0 ? [] : [{ product, links, into: productId, title: null, words: false }],
      );
      if (choices.length === 0) {
        void message.warning(t('campaigns.noLinkInText'));
        return;
      }
      keep({ text, choices, own }, ({ linksAdded }) => {
        if (linksAdded === 0) void message.info(t('campaigns.linkKnown'));
        setText('');
      });
    });
  return (
    <div className="add-link">
      <Input.TextArea
        aria-label={t('campaigns.addLink')}
        placeholder={t('campaigns.addLink')}
        rows={2}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button disabled={text.trim() === ''} loading={busy || reading} onClick={add}>
        {t('campaigns.addLinkDo')}
      </Button>
      <Checkbox checked={own} onChange={({ target }) => setOwn(target.checked)}>
        {t('paste.own')}
      </Checkbox>
    </div>
  );
}
