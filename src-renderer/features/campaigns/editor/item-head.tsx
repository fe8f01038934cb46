import type { ReactNode } from 'react';
import type { CampaignItem } from '#contract/campaigns';
import { useTranslator } from '../../../i18n/locale.tsx';
import { Money, Rate } from '../../../ui/money.tsx';
import { FormerPrice, Price } from '../../../ui/price.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { couponText, couponTime } from '../../catalog/coupon-text.ts';
import { ItemStepButton } from '../desk/item-step-button.tsx';

interface ItemHeadProps {
  item: CampaignItem;
  onStep(item: CampaignItem): void;
}

/** Which product it is, where the item stands, and what it costs and pays. */
export function ItemHead({ item, onStep }: ItemHeadProps): ReactNode {
  const { t } = useTranslator();
  const { product } = item;
  const coupon = product?.coupon ?? null;
  const time = coupon && couponTime(coupon, t);
  return (
    <header className="item-head">
      <h2 className="few-lines" title={item.title}>
        {item.title}
      </h2>
      <p>
        <StateTag state={item.state} />
        <ItemStepButton item={item} onStep={onStep} />
        {product ? (
          <>
            <Price product={product} />
            <FormerPrice product={product} />
            {coupon ? (
              <span className="secondary">
                {couponText(coupon, t)}
                {time === null ? '' : ` · ${time}`}
              </span>
            ) : null}
            <span className="secondary">
              {t('catalog.column.commission')} <Money fen={product.commissionFen} /> (
              <Rate bp={product.commissionRateBp} />)
            </span>
          </>
        ) : null}
      </p>
    </header>
  );
}
