import { Button, Input } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import type { RenewalRow } from '#contract/links';
import { linkKindName } from '#contract/messages/link-messages';
import type { PasteReading } from '#contract/paste';
import { assignRenewals, type RenewalAssignment } from '#domain/paste/assign-renewals';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { EarningTag } from '../../ui/earning-tag.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { useAction } from '../../ui/use-action.ts';
import { OneLine } from '../../ui/one-line.tsx';
import { newLinksOf, renewalChoices } from './renewal-choices.ts';
import { useKeepText } from '../paste/use-keep-text.ts';

interface Back {
  text: string;
  reading: PasteReading;
}

/** Takes what Alimama gave back and puts each link to its product. */
export function RenewBack({ rows }: { rows: readonly RenewalRow[] }): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { surface } = useSettings();
  const { run, busy: reading } = useAction();
  const { keep, busy } = useKeepText();
  const [back, setBack] = useState<Back | null>(null);
  const [typed, setTyped] = useState('');
  const newest = useRef('');
  const read = (text: string): void => {
    setTyped(text);
    newest.current = text;
    if (text.trim() === '') return setBack(null);
    return run(async () => {
      const found = await transport.call('paste.read', { text, surface, own: true });
      if (newest.current === text) setBack({ text, reading: found });
    });
  };
  const assigned = back ? assignRenewals(rows, offersOf(back.reading)) : [];
  const byProduct = new Map(assigned.map((each) => [each.productId, each]));
  const foreign = back?.reading.links.filter(({ owner }) => owner === 'other').length ?? 0;
  const done = (): void => {
    setBack(null);
    setTyped('');
  };
  return (
    <div className="renew-back">
      <Input.TextArea
        value={typed}
        rows={6}
        aria-label={t('links.renew.back')}
        placeholder={t('links.renew.back.placeholder')}
        onChange={({ target }) => read(target.value)}
      />
      {back ? (
        <>
          <p role="status" className={assigned.length === rows.length ? 'stat-good' : 'stat-warn'}>
            {t('links.renew.matched', { n: assigned.length, of: rows.length })}
          </p>
          {foreign === 0 ? null : <p className="stat-bad">{t('links.renew.foreign', { n: foreign })}</p>}
          <ul className="renew-list">
            {rows.map((row) => (
              <Renewed key={row.productId} row={row} assignment={byProduct.get(row.productId)} reading={back.reading} />
            ))}
          </ul>
        </>
      ) : null}
      <div className="toolbar">
        <Button
          type="primary"
          loading={busy || reading}
          disabled={assigned.length === 0}
          onClick={() =>
            back && keep({ text: back.text, choices: renewalChoices(back.reading, assigned), own: true }, done)
          }
        >
          {t('links.renew.keep', { n: assigned.length })}
        </Button>
        <span className="secondary">{t('links.renew.keep.note')}</span>
      </div>
    </div>
  );
}

const offersOf = (reading: PasteReading) =>
  reading.products.map((product) => ({
    productId: product.match?.productId ?? null,
    title: product.title,
    usable: newLinksOf(reading, product).length > 0,
  }));

interface RenewedProps {
  row: RenewalRow;
  assignment: RenewalAssignment | undefined;
  reading: PasteReading;
}

/** What one product gets, and by what it was recognised. */
function Renewed({ row, assignment, reading }: RenewedProps): ReactNode {
  const { t, pick } = useTranslator();
  const product = assignment && reading.products[assignment.offer];
  const links = product ? newLinksOf(reading, product).flatMap((index) => reading.links[index] ?? []) : [];
  return (
    <li className="renewed">
      <OneLine>{row.title}</OneLine>
      {assignment ? (
        <ToneTag tone={assignment.by === 'same' ? 'good' : 'step'}>{t(`links.renew.by.${assignment.by}`)}</ToneTag>
      ) : (
        <ToneTag tone="open">{t('links.renew.notBack')}</ToneTag>
      )}
      <span className="renewed-links">
        {links.map((link) => (
          <span key={link.start} title={link.value}>
            {pick(linkKindName(link.kind))}{' '}
            <EarningTag earns={link.earns} owner={link.owner} reason={link.earnsReason} />
          </span>
        ))}
      </span>
    </li>
  );
}
