import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useKeepText } from '../paste/use-keep-text.ts';

/** Says that the user's own account made a link: it is kept once more, as theirs, which can be taken back. */
export function ClaimButton({ value, productId }: { value: string; productId: string }): ReactNode {
  const { t } = useTranslator();
  const { keep, busy } = useKeepText();
  const choices = [{ product: 0, links: [0], into: productId, title: null, words: false }];
  return (
    <Button
      size="small"
      loading={busy}
      onClick={() => keep({ text: value, choices, own: true, notice: t('links.claimed') }, () => undefined)}
    >
      {t('links.claim')}
    </Button>
  );
}
