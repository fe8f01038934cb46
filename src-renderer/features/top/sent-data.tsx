import { Collapse } from 'antd';
import type { ReactNode } from 'react';
import { topActionNames } from '#contract/messages/top-names';
import { topActions } from '#contract/top-runs';
import { useTranslator } from '../../i18n/locale.tsx';

/** What leaves this computer with each kind of call, and what never does. */
export function SentData(): ReactNode {
  const { t, pick } = useTranslator();
  return (
    <Collapse
      ghost
      size="small"
      className="top-sent"
      items={[
        {
          key: 'sent',
          label: t('top.sent'),
          children: (
            <ul>
              <li>{t('top.sent.always')}</li>
              {topActions.map((action) => (
                <li key={action}>
                  {t('top.sent.of', { action: pick(topActionNames[action]), what: t(`top.sent.${action}`) })}
                </li>
              ))}
              <li>{t('top.sent.never')}</li>
            </ul>
          ),
        },
      ]}
    />
  );
}
