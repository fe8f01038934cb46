import type { LinkField } from '../catalog/imported-row.ts';
import type { LifecycleFact } from '../openability/evidence.ts';
import type { CalendarDay } from './calendar-day.ts';
import type { LinkFacts } from './link-part.ts';
import { endsWithCoupon, validity, type ValidityContext } from './validity.ts';

export interface LifecycleContext extends ValidityContext {
  /** Coupons left, as the newest import or TOP answer says; null when not said. */
  couponLeft: number | null;
  /** Day of that import or answer. */
  couponSeenOn: CalendarDay | null;
}

/** What ends this link, with the first dead day of each: its own period, its coupon's last day, an empty coupon stock. */
export function lifecycleFacts(facts: LinkFacts, context: LifecycleContext): LifecycleFact[] {
  const found: LifecycleFact[] = [];
  const { deadFrom, basis } = validity(facts, context);
  if (deadFrom !== null) found.push({ code: codeOf(basis), deadFrom, knownOn: null });
  if (context.couponLeft === 0 && context.couponSeenOn !== null && endsWithCoupon(facts, fieldOf(context))) {
    found.push({ code: 'coupon-used-up', deadFrom: context.couponSeenOn, knownOn: context.couponSeenOn });
  }
  return found;
}

const fieldOf = ({ fromField }: LifecycleContext): LinkField | null => fromField;

function codeOf(basis: ReturnType<typeof validity>['basis']): LifecycleFact['code'] {
  if (basis === 'coupon-end') return 'coupon-over';
  return basis === 'dead-domain' ? 'dead-domain' : 'expired';
}
