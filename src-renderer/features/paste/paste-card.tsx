import { AimOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import type { PasteProduct, PasteReading } from '#contract/paste';
import { useTranslator } from '../../i18n/locale.tsx';
import type { PasteDecision } from '../../state/paste-store.ts';
import { useServices } from '../../state/services.tsx';
import { Money } from '../../ui/money.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { OneLine } from '../../ui/one-line.tsx';
import { MatchSelect } from './match-select.tsx';
import { PasteLinkRow } from './paste-link-row.tsx';

interface PasteCardProps {
  index: number;
  product: PasteProduct;
  reading: PasteReading;
  decision: PasteDecision;
}

/** One product of the text: what it is, what it costs, its links, and what of it is kept. */
export function PasteCard({ index, product, reading, decision }: PasteCardProps): ReactNode {
  const { t } = useTranslator();
  const { paste } = useServices();
  const decide = (part: Partial<PasteDecision>): void => paste.getState().decide(index, part);
  const name = product.match?.title ?? (decision.title === '' ? t('paste.unnamed') : decision.title);
  const words = product.words.flatMap((at) => reading.words[at]?.value ?? []);
  return (
    <article className={decision.keep ? 'paste-card' : 'paste-card paste-left'} aria-label={name}>
      <header>
        <Checkbox
          checked={decision.keep}
          onChange={({ target }) => decide({ keep: target.checked })}
          aria-label={t('paste.keepOne', { name })}
        />
        <ProductName product={product} decision={decision} decide={decide} />
        <Button
          size="small"
          type="text"
          icon={<AimOutlined />}
          aria-label={t('paste.show', { name })}
          title={t('paste.show', { name })}
          onClick={() => document.getElementById(`paste-at-${index}`)?.scrollIntoView({ block: 'center' })}
        />
      </header>
      <Said product={product} />
      <ul className="paste-links">
        {product.links.map((at) => {
          const link = reading.links[at];
          return link ? (
            <PasteLinkRow
              key={at}
              link={link}
              kept={decision.links.includes(at)}
              disabled={!decision.keep}
              onKeep={(kept) =>
                decide({ links: kept ? [...decision.links, at] : decision.links.filter((each) => each !== at) })
              }
            />
          ) : null;
        })}
      </ul>
      {words.length === 0 ? null : (
        <div className="paste-words">
          <p className="secondary">{words.join(' ')}</p>
          {decision.into === null ? (
            <Checkbox
              checked={decision.words}
              disabled={!decision.keep}
              onChange={({ target }) => decide({ words: target.checked })}
            >
              {t('paste.keepWords')}
            </Checkbox>
          ) : null}
        </div>
      )}
    </article>
  );
}

function ProductName({
  product,
  decision,
  decide,
}: Pick<PasteCardProps, 'product' | 'decision'> & { decide(part: Partial<PasteDecision>): void }): ReactNode {
  const { t } = useTranslator();
  const { match, itemId } = product;
  const suggestedMatch = match !== null && decision.into === match.productId;
  return (
    <div className="paste-name">
      {decision.into === null ? (
        <Input
          value={decision.title}
          maxLength={200}
          disabled={!decision.keep}
          placeholder={t('paste.unnamed')}
          aria-label={t('paste.draftName')}
          onChange={({ target }) => decide({ title: target.value })}
        />
      ) : (
        <OneLine as="strong">{suggestedMatch ? match.title : decision.title}</OneLine>
      )}
      <div className="paste-kind">
        <ToneTag tone={decision.into === null ? 'step' : 'good'}>
          {decision.into === null
            ? t('paste.draft')
            : suggestedMatch
              ? t(`paste.match.${match.by}`)
              : t('paste.match.chosen')}
        </ToneTag>
        {itemId === null ? null : <span className="mono">{itemId}</span>}
        <MatchSelect
          into={decision.into}
          disabled={!decision.keep}
          onChange={(into, title) => decide({ into, title: title ?? product.title ?? '' })}
        />
      </div>
    </div>
  );
}

/** What the text says of price, coupon and day. */
function Said({ product: { priceFen, finalPriceFen, coupon, sentOn } }: { product: PasteProduct }): ReactNode {
  const { t } = useTranslator();
  if (priceFen === null && finalPriceFen === null && coupon === null && sentOn === null) return null;
  return (
    <p className="paste-said">
      {finalPriceFen === null ? null : (
        <span>
          {t('paste.final')} <Money as="strong" fen={finalPriceFen} />
        </span>
      )}
      {priceFen === null ? null : <Money fen={priceFen} as={finalPriceFen === null ? 'span' : 'del'} />}
      {coupon === null ? null : (
        <span>
          {t('paste.coupon')} <Money fen={coupon.faceFen} />
        </span>
      )}
      {sentOn === null ? null : <span className="faint tabular">{t('paste.sentOn', { day: sentOn })}</span>}
    </p>
  );
}
