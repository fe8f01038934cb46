/** A kind of file that holds no products to import and is refused by name. */
export interface OtherTable {
  id: 'order-report' | 'refund-report' | 'effect-report' | 'promotion-slots' | 'channel-list';
  name: { zh: string; en: string };
  /** At least one of these headers must be there … */
  anyOf: readonly string[];
  /** … with at least `atLeast` of these … */
  among: readonly string[];
  atLeast: number;
  /** … and none of these. */
  noneOf: readonly string[];
}

const orderMoney = [
  '付款金额',
  '结算金额',
  '预估收入',
  '效果预估',
  '付款预估收入',
  '结算预估收入',
  '佣金金额',
  '分成比率',
  '成交平台',
];
const orderTimes = [
  '订单状态',
  '订单类型',
  '结算时间',
  '创建时间',
  '点击时间',
  '订单创建时间',
  '订单付款时间',
  '订单结算时间',
  '付款时间',
];

export const otherTables: readonly OtherTable[] = [
  {
    id: 'refund-report',
    name: { zh: '维权退款订单', en: 'refund report' },
    anyOf: ['维权状态', '维权创建时间', '维权完成时间', '维权退款金额'],
    among: ['维权状态', '维权创建时间', '维权完成时间', '维权退款金额', '应返商家金额', '订单编号', '子订单编号'],
    atLeast: 2,
    noneOf: [],
  },
  {
    id: 'order-report',
    name: { zh: '订单明细', en: 'order report' },
    anyOf: [...orderMoney, ...orderTimes],
    among: [
      '订单编号',
      '淘宝父订单编号',
      '淘宝子订单编号',
      '父订单编号',
      '子订单编号',
      '订单号',
      '商品单价',
      '商品数',
      '商品信息',
      ...orderMoney,
      ...orderTimes,
    ],
    atLeast: 4,
    noneOf: [],
  },
  {
    id: 'effect-report',
    name: { zh: '推广效果报表', en: 'promotion effect report' },
    anyOf: ['点击数', '点击量', '付款笔数', '引流人数'],
    among: [
      '日期',
      '点击数',
      '点击量',
      '引流人数',
      '付款笔数',
      '付款人数',
      '付款金额',
      '效果预估',
      '结算金额',
      '预估收入',
    ],
    atLeast: 3,
    noneOf: ['商品名称', '商品标题'],
  },
  {
    id: 'promotion-slots',
    name: { zh: '推广位列表', en: 'list of promotion slots' },
    anyOf: ['推广位id', '广告位id', '推广位名称', '广告位名称'],
    among: [
      '推广位id',
      '广告位id',
      '推广位名称',
      '广告位名称',
      'pid',
      '媒体名称',
      '媒体id',
      '来源媒体id',
      '来源媒体名称',
    ],
    atLeast: 2,
    noneOf: ['商品id', '商品名称', '商品标题'],
  },
  {
    id: 'channel-list',
    name: { zh: '渠道或会员名单', en: 'list of channels or members' },
    anyOf: ['渠道关系id', '渠道id', 'relationid', '会员运营id', 'specialid'],
    among: [
      '渠道关系id',
      '渠道id',
      'relationid',
      '会员运营id',
      'specialid',
      '渠道名称',
      '会员名称',
      '绑定时间',
      '备案时间',
      '备注',
    ],
    atLeast: 2,
    noneOf: ['商品id', '商品名称', '商品标题'],
  },
];
