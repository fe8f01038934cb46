import type { TemplateProduct } from './template-product.ts';

export type VariableName = keyof TemplateProduct;

/** Every variable with its English alias; what each means is in contract/messages/template-messages. */
export const variableAliases: Readonly<Record<VariableName, string>> = {
  标题: 'title',
  短标题: 'short_title',
  原价: 'price',
  券后价: 'final_price',
  到手价: 'pay_price',
  立省: 'saved',
  券: 'coupon',
  券面额: 'coupon_face',
  券门槛: 'coupon_threshold',
  券开始: 'coupon_start',
  券截止: 'coupon_end',
  佣金率: 'commission_rate',
  佣金: 'commission',
  店铺: 'shop',
  月销: 'monthly_sales',
  推荐语: 'recommend',
  链接: 'link',
  口令: 'token',
  平台: 'platform',
  应用: 'app',
  广告: 'ad',
};

export const variableNames = Object.keys(variableAliases) as readonly VariableName[];

const byAlias = new Map(variableNames.map((name) => [variableAliases[name], name]));

/** The variable a name in a template means, by either of its names; null when there is none. */
export function variableOf(name: string): VariableName | null {
  if (Object.hasOwn(variableAliases, name)) return name as VariableName;
  return byAlias.get(name) ?? null;
}

/** The variable somebody most likely meant by an unknown name; null when nothing is near. */
export function nearestVariable(name: string): VariableName | null {
  const wanted = name.toLowerCase();
  let best: { name: VariableName; distance: number } | null = null;
  for (const candidate of variableNames) {
    for (const spelling of [candidate, variableAliases[candidate]]) {
      const distance = editDistance(wanted, spelling);
      const near = distance <= Math.max(1, Math.floor(spelling.length / 2)) && distance < spelling.length;
      if (near && (best === null || distance < best.distance)) best = { name: candidate, distance };
    }
  }
  return best?.name ?? null;
}

/** The scope a template is rendered in: both names of every variable. Empty text becomes null, which `if` takes for no. */
export function scopeOf(product: TemplateProduct): Record<string, unknown> {
  const scope: Record<string, unknown> = {};
  for (const name of variableNames) {
    const value = product[name] === '' ? null : product[name];
    scope[name] = value;
    scope[variableAliases[name]] = value;
  }
  return scope;
}

/** Levenshtein distance; both texts are names of a few characters. */
function editDistance(from: string, to: string): number {
  const [a, b] = [from.slice(0, 30), to.slice(0, 30)];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
