/** A file layout that is known by its headers. */
export interface KnownLayout {
  /** Stable id, as the fact base names it. */
  id: string;
  name: { zh: string; en: string };
  headers: readonly string[];
  /** When files of this layout were seen. */
  seen: string;
  confidence: 'high' | 'medium' | 'low';
  /**
   * Of a service without export files: people's scripts write some of its API's fields, in any order. These are the field
   * names that nothing else uses; a few of them tell the layout.
   */
  unmistakable?: readonly string[];
}

const headersOf = (list: string): string[] => list.split(',');

const selectionHead = '商品id,商品名称,商品主图,商品详情页链接地址,店铺名称,商品价格(单位：元),商品月销量';
const selectionLinks = '淘宝客短链接(300天内有效),淘宝客链接,淘口令(30天内有效)';
const selectionCoupon =
  '优惠券总量,优惠券剩余量,优惠券面额,优惠券开始时间,优惠券结束时间,优惠券链接,优惠券淘口令(30天内有效),优惠券短链接(300天内有效)';
const selection22 = `${selectionHead},收入比率(%),佣金,卖家旺旺,${selectionLinks},${selectionCoupon},是否为营销计划商品`;

/** Header lists in file order where the order is known; several independent parsers agree on those marked high. */
export const knownLayouts: readonly KnownLayout[] = [
  {
    id: 'alimama_daily_coupon_22',
    name: { zh: '精选优质商品清单（内含优惠券）', en: 'Alimama daily list with coupons' },
    headers: headersOf(
      '商品id,商品名称,商品主图,商品详情页链接地址,商品一级类目,淘宝客链接,商品价格(单位：元),商品月销量,收入比率(%),佣金,卖家旺旺,卖家id,店铺名称,平台类型,优惠券id,优惠券总量,优惠券剩余量,优惠券面额,优惠券开始时间,优惠券结束时间,优惠券链接,商品优惠券推广链接',
    ),
    seen: '2016–2019',
    confidence: 'high',
  },
  {
    id: 'alimama_xuanpinku_22',
    name: { zh: '选品库导出（普通佣金）', en: 'Alimama selection library, ordinary commission' },
    headers: headersOf(selection22),
    seen: '2017–2018',
    confidence: 'high',
  },
  {
    id: 'alimama_xuanpinku_27',
    name: { zh: '选品库导出（含拼团）', en: 'Alimama selection library with group buying' },
    headers: headersOf(`${selection22},成团人数,成团价,成团佣金,拼团开始时间,拼团结束时间`),
    seen: '2018–2020',
    confidence: 'high',
  },
  {
    id: 'alimama_xuanpinku_highcomm_26',
    name: { zh: '选品库导出（高佣活动）', en: 'Alimama selection library, activity commission' },
    headers: headersOf(
      `${selectionHead},通用收入比率(%),通用佣金,活动状态,活动收入比率(%),活动佣金,活动开始时间,活动结束时间,卖家旺旺,${selectionLinks},${selectionCoupon}`,
    ),
    seen: '2017–2018',
    confidence: 'high',
  },
  {
    id: 'alimama_xuanpinku_shifted_23',
    name: { zh: '选品库导出（多一列价格）', en: 'Alimama selection library with a second price column' },
    headers: headersOf(
      `${selectionHead},收入比率(%),佣金,卖家旺旺,价格,${selectionLinks},${selectionCoupon},是否为营销计划商品`,
    ),
    seen: '',
    confidence: 'low',
  },
  {
    id: 'alimama_early_no_coupon',
    name: { zh: '早期选品库（无优惠券列）', en: 'Early Alimama selection library without coupons' },
    headers: headersOf(
      '店铺名称,商品id,商品名称,商品主图,商品详情页链接地址,商品价格(单位：元),商品月销量,收入比率(%),佣金,淘宝客短链接(300天内有效),淘宝客链接',
    ),
    seen: '2015–2016',
    confidence: 'medium',
  },
  {
    id: 'alimama_theme_list_18',
    name: { zh: '阿里妈妈活动榜单', en: 'Alimama promotion theme list' },
    headers: headersOf(
      '商品一级类目,店铺名称,平台类型,商品id,商品名称,商品链接,商品主图,商品价格(单位：元),收入比率(%),开推时间,优惠券面额,券后价,优惠券总量,优惠券剩余量,优惠券开始时间,优惠券结束时间,推广链接,备注',
    ),
    seen: '2017–2018',
    confidence: 'high',
  },
  {
    id: 'alimama_csv_2025_partial',
    name: { zh: '淘宝联盟商品 CSV（新版）', en: 'Alimama goods CSV, 2025' },
    headers: headersOf(
      '商品id,商品名称,商品主图,店铺名称,一级类目,叶子类目,活动到手价,佣金率（%）,佣金,品牌,优惠券面额,淘宝客短链接(300天内有效),淘宝客链接,淘口令(30天内有效)',
    ),
    seen: '2025–2026',
    confidence: 'medium',
  },
  {
    id: 'user_subset_10',
    name: { zh: '手工整理的商品表', en: 'Hand-made product table' },
    headers: headersOf(
      '商品详情页链接地址,商品id,商品名称,商品主图,店铺名称,商品价格(单位：元),收入比率(%),佣金,淘宝客链接,商品月销量',
    ),
    seen: '',
    confidence: 'medium',
  },
  {
    id: 'dataoke_v1_fields',
    name: { zh: '大淘客商品数据', en: '大淘客 goods data' },
    headers: headersOf(
      'ID,GoodsID,Title,D_title,Pic,Cid,Org_Price,Price,IsTmall,Sales_num,Dsr,SellerID,Commission,Commission_jihua,Commission_queqiao,Jihua_link,Que_siteid,Jihua_shenhe,Introduce,Quan_id,Quan_price,Quan_time,Quan_surplus,Quan_receive,Quan_condition,Quan_m_link,Quan_link,Yongjin_type,ali_click',
    ),
    seen: '2016–2019',
    confidence: 'high',
    unmistakable: headersOf(
      'GoodsID,D_title,Org_Price,IsTmall,Sales_num,Commission_jihua,Commission_queqiao,Jihua_link,Que_siteid,Quan_id,Quan_price,Quan_time,Quan_surplus,Quan_receive,Quan_condition,Quan_m_link,Quan_link,Yongjin_type',
    ),
  },
  {
    id: 'haodanku_fields',
    name: { zh: '好单库商品数据', en: '好单库 goods data' },
    headers: headersOf(
      'product_id,itemid,itemtitle,itemshorttitle,itemdesc,itemprice,itemsale,itemsale2,todaysale,itempic,itempic_copy,fqcat,son_category,itemendprice,shoptype,shopname,tkrates,tkmoney,couponurl,couponmoney,couponsurplus,couponnum,couponexplain,couponinfo,couponstarttime,couponendtime,activity_type,activityid,videoid,min_buy,guide_article,is_brand,is_live',
    ),
    seen: '2018–',
    confidence: 'high',
    unmistakable: headersOf(
      'itemid,itemtitle,itemshorttitle,itemdesc,itemprice,itemsale,itemsale2,todaysale,itempic,itempic_copy,fqcat,son_category,itemendprice,tkrates,tkmoney,couponmoney,couponsurplus,couponexplain,couponstarttime,couponendtime',
    ),
  },
];
