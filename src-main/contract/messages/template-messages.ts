import { fillMessage, type Locale, type MessageParams, type MessageText } from './format-message.ts';

/** What is wrong with a copy template, by problem code. `{line}` may be used in every sentence. */
export const templateProblemMessages = {
  empty: { zh: '模板是空的，请先写内容。', en: 'The template is empty; write something first.' },
  'too-long': {
    zh: '模板太长（{length} 字），最多 {limit} 字。',
    en: 'The template is too long ({length} characters); the limit is {limit}.',
  },
  'output-too-long': {
    zh: '生成的文案太长（{length} 字），最多 {limit} 字。请缩短模板或商品的推荐语。',
    en: 'The copy is too long ({length} characters); the limit is {limit}. Shorten the template or the recommendation.',
  },
  'too-much-work': {
    zh: '模板太复杂，生成时超过了限制。请简化第 {line} 行附近的写法。',
    en: 'The template does too much work. Simplify it near line {line}.',
  },
  'unknown-variable': {
    zh: '第 {line} 行：没有叫“{name}”的变量，请从变量列表里选。',
    en: 'Line {line}: there is no variable "{name}"; choose one from the list.',
  },
  'unknown-variable-near': {
    zh: '第 {line} 行：没有叫“{name}”的变量，是不是想写“{near}”？',
    en: 'Line {line}: there is no variable "{name}"; did you mean "{near}"?',
  },
  'unknown-filter': {
    zh: '第 {line} 行：没有叫“{name}”的过滤器。可用：元、券、日期、截断、销量、默认、加、减。',
    en: 'Line {line}: there is no filter "{name}". Use money, coupon, date, truncate, sales, default, plus, minus.',
  },
  'unknown-tag': {
    zh: '第 {line} 行：不支持“{name}”标签。可用：if、unless、case、assign、comment。',
    en: 'Line {line}: the tag "{name}" is not supported. Use if, unless, case, assign, comment.',
  },
  'tag-not-closed': {
    zh: '第 {line} 行：“{name}”没有结束，请在后面加上 {% end{name} %}。',
    en: 'Line {line}: "{name}" is not closed; add {% end{name} %} after it.',
  },
  'output-not-closed': {
    zh: '第 {line} 行：变量没有写完，请检查 {{ 和 }} 是否成对、引号是否成对。',
    en: 'Line {line}: a variable is not closed; check that {{ and }} and the quotes are in pairs.',
  },
  'tag-without-opening': {
    zh: '第 {line} 行：“{name}”前面缺少与它配对的 {% if %}。',
    en: 'Line {line}: "{name}" has no opening {% if %} before it.',
  },
  'no-value': {
    zh: '第 {line} 行：这里缺少变量名，例如 {{ 标题 }}。',
    en: 'Line {line}: a variable name is missing here, as in {{ title }}.',
  },
  'bad-value': { zh: '第 {line} 行：看不懂“{value}”。', en: 'Line {line}: cannot read "{value}".' },
  comparison: {
    zh: '第 {line} 行：条件写法不对。相等用 ==，不等用 !=，例如 {% if 券后价 == 9.9 %}。',
    en: 'Line {line}: the condition is not right. Use == and !=, as in {% if final_price == 9.9 %}.',
  },
  syntax: {
    zh: '第 {line} 行第 {column} 个字附近的写法有误。',
    en: 'Something is not right near line {line}, character {column}.',
  },
  'full-width-sign': {
    zh: '第 {line} 行：“{sign}”用了全角符号，请改成半角的 {{ }} 和 |。',
    en: 'Line {line}: "{sign}" has full-width signs; use {{ }} and | instead.',
  },
  'single-brace': {
    zh: '第 {line} 行：{{name}} 只有一层花括号，会原样发出去；要用变量请写两层。',
    en: 'Line {line}: {{name}} has single braces and would be posted as it is; write two for a variable.',
  },
  'token-on-moments': {
    zh: '朋友圈文案里不能放口令（会被屏蔽），请改用链接，或把商品放进海报二维码。',
    en: 'A 口令 in Moments is blocked; use the link, or the QR code on the poster.',
  },
  'no-link': {
    zh: '模板里没有“链接”或“口令”，发出去的文案买不了东西。',
    en: 'The template has neither link nor token, so nobody can buy from the post.',
  },
  'no-product': {
    zh: '模板没有用到任何商品变量，每个商品的文案都会一样。',
    en: 'The template uses no product variable, so every product would get the same copy.',
  },
} as const satisfies Record<string, MessageText>;

/** What each variable holds, for the editor's list. */
export const templateVariableMessages = {
  标题: { zh: '商品名称', en: 'Product title' },
  短标题: { zh: '短标题；没有时用商品名称', en: 'Short title, or the title when there is none' },
  原价: { zh: '在售价（元）', en: 'Price before the coupon, in yuan' },
  券后价: { zh: '券后价（元）；没有优惠时为空', en: 'Price after the coupon; empty without a discount' },
  到手价: { zh: '买家实付价（元），有没有券都有值', en: 'What the buyer pays, with or without a coupon' },
  立省: { zh: '原价减券后价（元）', en: 'Price minus price after the coupon' },
  券: { zh: '优惠券，如“满199减20元券”', en: 'The coupon in words' },
  券面额: { zh: '券面额（元）', en: 'Face value of the coupon, in yuan' },
  券门槛: { zh: '满多少元可用', en: 'Minimum spend for the coupon, in yuan' },
  券开始: { zh: '券开始日期', en: 'First day of the coupon' },
  券截止: { zh: '券截止日期（当天可用）', en: 'Last day of the coupon (inclusive)' },
  佣金率: { zh: '佣金比率（%）', en: 'Commission rate in percent' },
  佣金: { zh: '预估佣金（元）', en: 'Expected commission, in yuan' },
  店铺: { zh: '店铺名称', en: 'Shop' },
  月销: { zh: '月销量', en: 'Sales per month' },
  推荐语: { zh: '推荐理由', en: 'Recommendation' },
  链接: { zh: '为当前渠道选中的链接', en: 'Link chosen for this surface' },
  口令: { zh: '口令，一字不改', en: 'Token text, never altered' },
  平台: { zh: '淘宝、天猫、京东…', en: 'Marketplace' },
  应用: { zh: '识别口令的应用，如“手机淘宝”', en: 'App that recognises the token' },
  广告: { zh: '【广告】标识；可在设置里关闭', en: 'The 【广告】 mark; can be turned off in settings' },
} as const satisfies Record<string, MessageText>;

export type TemplateProblemKey = keyof typeof templateProblemMessages;

interface DescribedProblem {
  code: TemplateProblemKey;
  /** Null where the template as a whole is meant; its sentences name no line. */
  line: number | null;
  column: number | null;
  params: MessageParams;
}

/** One sentence for a template problem: what, where and what to do. */
export function describeTemplateProblem(problem: DescribedProblem, locale: Locale): string {
  const { line, column } = problem;
  const place = line === null || column === null ? {} : { line, column };
  const params = { ...problem.params, ...place };
  return fillMessage(templateProblemMessages[problem.code], params, locale);
}
