import { Button, Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { packMessages } from '#contract/messages/pack-messages';
import type { RefusedItem } from '#contract/packs';
import { useTranslator } from '../../i18n/locale.tsx';
import { type ExportWishes, reasonIsMissing } from './export-wishes.ts';

interface RefusedItemsProps {
  refused: readonly RefusedItem[];
  wishes: ExportWishes;
  onChange(change: Partial<ExportWishes>): void;
}

/** More lines help nobody; the report holds them all. */
const shownAtMost = 200;

/** Items that would be left out, each with its reasons, and the way to let them through: a tick and a written reason. */
export function RefusedItems({ refused, wishes, onChange }: RefusedItemsProps): ReactNode {
  const { t } = useTranslator();
  const { allowed, reason } = wishes;
  const allowable = refused.filter(({ canOverride }) => canOverride);

  function allow(productId: string, yes: boolean): void {
    const next = new Set(allowed);
    if (yes) next.add(productId);
    else next.delete(productId);
    onChange({ allowed: next });
  }

  return (
    <section className="refused-items" aria-label={t('export.refusedTitle')}>
      <header>
        <h3>{t('export.refusedTitle')}</h3>
        {allowable.length > 1 ? (
          <Button
            size="small"
            onClick={() => onChange({ allowed: new Set(allowable.map(({ productId }) => productId)) })}
          >
            {t('export.allowAll')}
          </Button>
        ) : null}
      </header>
      {allowable.length > 0 ? <p className="faint">{t('export.refusedNote')}</p> : null}
      <ul>
        {refused.slice(0, shownAtMost).map((item) => (
          <li key={item.productId}>
            <Checkbox
              checked={allowed.has(item.productId)}
              disabled={!item.canOverride}
              aria-label={t('export.allow', { title: item.title })}
              onChange={({ target }) => allow(item.productId, target.checked)}
            />
            <Refusal item={item} />
          </li>
        ))}
      </ul>
      {refused.length > shownAtMost ? (
        <p className="faint">{t('export.more', { n: refused.length - shownAtMost })}</p>
      ) : null}
      {allowed.size > 0 ? (
        <Form.Item
          required
          layout="vertical"
          label={t('export.reason')}
          htmlFor="export-reason"
          {...(reasonIsMissing(wishes) ? { help: t('export.reasonMissing') } : {})}
        >
          <Input.TextArea
            id="export-reason"
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 5 }}
            placeholder={t('export.reasonPlaceholder')}
            onChange={({ target }) => onChange({ reason: target.value })}
          />
        </Form.Item>
      ) : null}
    </section>
  );
}

function Refusal({ item }: { item: RefusedItem }): ReactNode {
  const { t, pick } = useTranslator();
  return (
    <div>
      <strong className="few-lines" title={item.title}>
        {item.title}
      </strong>
      {item.canOverride ? null : <span className="faint"> · {t('export.cannotOverride')}</span>}
      {item.reasons.map(({ code, params }) => (
        <p key={code}>{pick(packMessages.refusals[code], params)}</p>
      ))}
    </div>
  );
}
