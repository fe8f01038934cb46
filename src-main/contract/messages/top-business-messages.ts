/** What the affiliate methods refuse. Source of the codes: the error tables of each method's documentation. */
export const topBusinessReasons = {
  // Whose promotion it is.
  'pid-wrong': {
    zh: '推广位 PID 不正确。请在淘宝联盟“推广管理”里复制完整的 mm_…_…_…，并确认它属于这个应用的账号。',
    en: 'The PID is wrong. Copy the whole mm_…_…_… from Alimama and make sure it belongs to this app’s account.',
  },
  'adzone-unknown': {
    zh: '平台查不到这个推广位（adzone）。请检查 PID 的最后一段，或在淘宝联盟新建一个推广位。',
    en: 'The platform does not know this adzone. Check the last part of the PID, or create an adzone in Alimama.',
  },
  'pid-check': {
    zh: '平台校验 PID 失败（{detail}）。请核对 PID，稍后重试。',
    en: 'Checking the PID failed on the platform ({detail}). Compare the PID and try again later.',
  },
  'scene-permission': {
    zh: '应用没有这个推广场景的权限。请联系淘宝联盟的对接运营申请，或不使用该场景。',
    en: 'The app has no permission for this promotion scene. Ask your Alimama contact for it, or do without the scene.',
  },
  // Items.
  'numeric-id': {
    zh: '联盟已不接受数字商品 ID，转链和查券都需要“XXXX-YYYY”形式的新商品 ID。请在淘宝联盟重新导出带新 ID 的商品文件，或在阿里妈妈页面手动转链后粘贴回来；现有的推广链接仍可使用。',
    en: 'Alimama no longer takes numeric item ids; converting and looking up coupons need the newer XXXX-YYYY id. Export the items again from Alimama with new ids, or convert by hand on its page and paste the result back; links you already hold keep working.',
  },
  'item-not-listed': {
    zh: '商品已下架，或不参加淘宝客推广。请换一个商品。',
    en: 'The item is off the shelf or not promoted through Alimama. Choose another item.',
  },
  'item-not-found': {
    zh: '平台没有返回这个商品。可能已下架、ID 不属于当前账号，或不参加推广。',
    en: 'The platform returned nothing for this item. It may be off the shelf, under another account’s id, or not promoted.',
  },
  'not-taobao': {
    zh: '不是淘宝或天猫的商品，淘宝开放平台查不到。',
    en: 'Not a Taobao or Tmall item; the Taobao Open Platform does not know it.',
  },
  'product-gone': { zh: '商品已不在目录里。', en: 'The product is no longer in the catalog.' },
  // Links.
  'no-own-link': {
    zh: '没有可用的推广长链接（https 的 s.click 或 uland，归自己或归属未知，未过期）。请先转链，或重新导入商品文件。',
    en: 'There is no promotion link to make it from (https, s.click or uland, not known to be somebody else’s, not ended). Convert first, or import the item again.',
  },
  'convert-permission': {
    zh: '这个商品不能转链：平台说“{detail}”。多半是应用没有转链权限（由联盟审核或邀约开通），请在淘宝联盟申请；在那之前可在阿里妈妈页面手动转链后粘贴回来。',
    en: 'This item cannot be converted: the platform says “{detail}”. Most likely the app lacks the permission, which Alimama grants on review or by invitation; apply there. Until then convert by hand on its page and paste the result back.',
  },
  'convert-refused': {
    zh: '平台没有为它生成链接：{detail}。请确认商品仍在推广，或换一个商品。',
    en: 'The platform made no link for it: {detail}. Make sure the item is still promoted, or choose another.',
  },
  'link-not-shortened': {
    zh: '这条链接没有生成短链：{detail}。只支持联盟官方的 https 推广链接（s.click、uland、ai.taobao、temai）。',
    en: 'No short link was made: {detail}. Only Alimama’s own https links (s.click, uland, ai.taobao, temai) are taken.',
  },
  'token-link': {
    zh: '这条链接不能生成口令。需要联盟官方的 https 推广链接，且没有改动过。',
    en: 'No 口令 can be made from this link. It must be an unaltered https link from Alimama.',
  },
  'token-text': {
    zh: '口令弹框文字太短。平台已不再使用这段文字，请更新淘客台。',
    en: 'The 口令 pop-up text is too short. The platform no longer uses it; update Taoke Desk.',
  },
  'token-extension': {
    zh: '口令的扩展参数为空。平台已不再使用该参数，请更新淘客台。',
    en: 'The 口令’s extension parameter is empty. The platform no longer uses it; update Taoke Desk.',
  },
  'token-material': {
    zh: '链接背后没有推广内容。链接可能被改动过或已失效，请重新转链后再生成口令。',
    en: 'There is nothing promoted behind the link. It may be altered or dead; convert it again before making a 口令.',
  },
  'token-account': {
    zh: '平台找不到链接所属的账号。请检查链接里的 PID 是否正确。',
    en: 'The platform finds no account behind the link. Check the PID in it.',
  },
  'token-failed': {
    zh: '口令生成失败。程序会自动重试；仍失败时请稍后再试。',
    en: 'Making the 口令 failed. It is tried again by itself; if it still fails, try later.',
  },
  'token-scene': {
    zh: '链接不属于联盟官方业务场景，或带有违规参数。请使用联盟直接给出的原始链接。',
    en: 'The link is not from an official Alimama scene, or carries parameters that are not allowed. Use the link exactly as Alimama gave it.',
  },
  // Coupons.
  'no-coupon': { zh: '商品没有优惠券，不用查询。', en: 'The item has no coupon to look up.' },
  'coupon-unreferenced': {
    zh: '不知道这张券的编号，查不了。请重新导入带“优惠券ID”或券链接的商品文件。',
    en: 'The coupon’s id is not known. Import the item again from a file with the coupon id or its link.',
  },
  'coupon-missing': {
    zh: '优惠券不存在，可能已被商家删除。',
    en: 'The coupon does not exist; the shop may have removed it.',
  },
  'coupon-used-up': {
    zh: '优惠券已领完。请换一个商品或换一张券。',
    en: 'The coupon is used up. Choose another item or coupon.',
  },
  'coupon-over': {
    zh: '优惠券已过期。请换一个商品或换一张券。',
    en: 'The coupon is over. Choose another item or coupon.',
  },
  'coupon-other-item': {
    zh: '这张优惠券不适用于该商品。请重新导入商品文件，或换一张券。',
    en: 'The coupon does not belong to this item. Import the item again, or choose another coupon.',
  },
  'coupon-type': {
    zh: '优惠券类型不对，平台不提供查询。',
    en: 'The coupon is of a kind the platform does not look up.',
  },
  'coupon-unsupported': { zh: '平台不支持查询这张优惠券。', en: 'The platform does not look this coupon up.' },
  'coupon-not-yet': { zh: '优惠券还没到开始领取的时间。', en: 'The coupon cannot be fetched yet.' },
  'coupon-not-usable-yet': { zh: '优惠券还没到开始使用的时间。', en: 'The coupon cannot be used yet.' },
  'coupon-reference': {
    zh: '平台认不出这张券的编号。请重新导入商品文件，取得最新的优惠券 ID。',
    en: 'The platform does not recognise the coupon’s reference. Import the item again for the current coupon id.',
  },
  'coupon-changed': {
    zh: '查到的不是商品现在的券，所以没有写入。请重新导入商品文件，再刷新一次。',
    en: 'What was looked up is not the item’s present coupon, so nothing was written. Import the item again, then refresh.',
  },
  // Search.
  'search-empty': { zh: '搜索词和类目不能都为空。', en: 'Give a search text or a category.' },
  'material-id': {
    zh: '物料编号（material_id）无效。请留空或换一个。',
    en: 'The material id is not valid. Leave it empty or use another.',
  },
  'no-results': {
    zh: '没有符合条件的商品。请换搜索词或放宽条件。',
    en: 'No item matches. Change the search or relax its conditions.',
  },
  // Runs of this program.
  'top-busy': {
    zh: '另一个淘宝开放平台任务正在进行。等它结束，或先取消它。',
    en: 'Another job is calling the Taobao Open Platform. Wait for its end, or cancel it.',
  },
  // Orders.
  'order-window': {
    zh: '订单查询的时间段太长：平时最多 3 小时，大促期间最多 20 分钟。请缩短时间段。',
    en: 'The order window is too long: 3 hours at most, 20 minutes during big sales. Shorten it.',
  },
} as const;
