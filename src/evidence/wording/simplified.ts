/**
 * Characters of simplified Chinese that Japanese never writes: it has 認証, 確認, 請, 開 where these stand. Taken from the
 * General Standard Chinese Characters (通用规范汉字表, 2013, http://www.gov.cn/zwgk/2013-08/19/content_2469793.htm) as far as
 * JIS X 0208 has no such character or Japanese uses another form; those both write (号, 国, 会, 学, 没, 随) are left out.
 */
const SIMPLIFIED = new Set(
  "账户请您们这么为单订时间问题证级络电务员关开验过还进连银钱链锁邮页项预额风险应发变态护报择换损无显权标检测满现统维继续绑结绝线组经终给联节规视觉计认讯记许设访诉词试该详语误说诺读调谢费资购贴赠转输达迟适选递门闭阅际难顾顺须领频飞错铁键镜长闻须颜饭馆马鱼鸟见贝车东业丢两严丧个临举义乐习乡书买亏产亲亿仅从仓价众优传伤伦伪体侦债倾偿储儿兑党兴养兽冈写军农冲决况净减凤击划刘则创删制剧劝办动励劳势华协卖卢卫厂历压厅参双叹听启员响团围图圆场坏块坚坛报处备复头夺奋奖妇妈学实审对寻导尽层岁币师带帮废张弹归当录彻忆总恶战户执扩扫抚护拥择挂据摄数断无旧杀条来杨极构枪梦楼档检欢毁气汇汉沟润涌渐湾滚灭灵炼热爱牵独猎环珍确祸离种积称窍竞笔筑类红约纪纯纳纸纷细绍络绕绘给缘缩网罗罚职脏脑脚腾艺苏荐药营虑虚虽蓝补装订讨让训议讲论诈评识诚询误谁谋谓谨财责败货质贩贪贫贵贷贸贺贿赏赔赖赛赞跃践软轻载较辅辆辑辞边迁运迈违迹逊遗郑释钟钢钱铃银销锋锐错门闪问间闲闹队阳阴阵阶险隐难雾静韩页顶项顺须顾顿预领颗题颜额风飘飞饭饮饰饱馆驱驶驾验骗龙"
    .split("")
    .filter(
      (char) =>
        !"制学据断条来数体会写厂参双声实审对寻导尽币归当录总户执气汇珍确离种积称窍类网虚艺装运释隐难".includes(char) ||
        "账户请对实审总录确网运难归尽币执汇离种积称类艺装释隐双参导寻".includes(char),
    ),
);
/** Characters above that Japanese text does write, as a variant, in names or in quotations: they prove nothing. */
for (const char of "体来学数断条写参双实审对尽当录总户气珍确离种积称网艺装运释隐难据制归执脏予岁弹旧独团围图丧两个举义临児価党兴养军划则剧动劳势协压厅历叹听启响坏堅処")
  if (isJapanese(char)) SIMPLIFIED.delete(char);

/** Whether Shift_JIS has the character, which is what a Japanese reader's machine could always write. */
function isJapanese(char: string): boolean {
  return "体来学数断条写双当予旧独団囲図両個挙義臨児価党興養軍則劇動労勢協圧歴聴啓響壊堅処弾歳気珍総執種積称網芸装運釈隠難据制帰".includes(char);
}

const KANA = /[\u3041-\u30fa]/g;
/** Fewer kana than this, and the text is not Japanese. */
const JAPANESE_FROM = 20;

/** The distinct characters of simplified Chinese in a Japanese text; none in a text that is not Japanese. */
export function simplifiedIn(text: string): readonly { readonly char: string; readonly at: number }[] {
  const found = new Map<string, number>();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) continue;
    const char = text.charAt(at);
    if (SIMPLIFIED.has(char) && !found.has(char)) found.set(char, at);
  }
  if (found.size === 0 || (text.match(KANA)?.length ?? 0) < JAPANESE_FROM) return [];
  return [...found].map(([char, at]) => ({ char, at }));
}
