import { isCalendarDay } from './calendar-day.ts';
import type { Span } from './free-text.ts';

/** What a chat export or a forwarded message puts above or in front of a message: who wrote it and when. */
export interface ChatHeader extends Span {
  /** YYYY-MM-DD; null when only a time is given. */
  sentOn: string | null;
}

/** Longer lines are text. */
const longest = 100;

const day = String.raw`(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?`;
const time = String.raw`(?:上午|下午|晚上|凌晨|中午)?\s?\d{1,2}:\d{2}(?::\d{2})?`;
const who = String.raw`\S{1,30}(?: \S{1,20})?`;

/** Each with year, month and day as its only groups; the whole match is the header. */
const forms: readonly RegExp[] = [
  // 小王 2026-11-20 10:11:12
  new RegExp(`^\\s*${who}\\s{1,4}[(（[]?${day}\\s{1,2}${time}[)）\\]]?\\s*$`),
  // 2026-11-20 10:11:12 小王(123456)
  new RegExp(`^\\s*${day}\\s{1,2}${time}\\s{1,4}${who}\\s*$`),
  // [2026-11-20 10:11:12] 小王: in front of the message
  new RegExp(`^\\s*[[(（【]${day}\\s{1,2}${time}[\\])）】]\\s{0,2}[^:：\\s]{1,30}[:：]`),
  // 小王 10:11, but not 今晚 20:00 开抢
  new RegExp(
    `^(?!.*(?:今晚|明晚|明天|今日|限时|秒杀|抢|准时|截止|开始|结束|整点|下单))\\s*${who}\\s{1,4}(?:昨天|今天|星期.|\\d{1,2}月\\d{1,2}日)?\\s?${time}\\s*$`,
  ),
];

/** —————  2026-11-20  ————— above the messages of a day, as WeChat sends a chat by mail. */
const dayRule = new RegExp(`^\\s*[-—–─=]{2,}\\s*${day}\\s*(?:星期.)?\\s*[-—–─=]{2,}\\s*$`);
const otherDay = /昨天|今天|星期|月/;

/**
 * The headers in a text, in order; one that gives only a time is of the day named above it.
 * @param lines the text's lines without their breaks
 */
export function chatHeaders(text: string, lines: readonly Span[]): ChatHeader[] {
  let dayAbove: string | null = null;
  return lines.flatMap((line) => {
    const written = text.slice(line.start, Math.min(line.end, line.start + longest));
    const header = headerOf(written, line);
    if (!header || header.end > line.end) return [];
    if (dayRule.test(written)) dayAbove = header.sentOn;
    const sentOn = header.sentOn ?? (otherDay.test(written) ? null : dayAbove);
    return [{ ...header, sentOn }];
  });
}

function headerOf(written: string, line: Span): ChatHeader | null {
  for (const form of [dayRule, ...forms]) {
    const match = form.exec(written);
    // A line that was cut off cannot be matched to its end.
    if (!match || (written.length === longest && match[0].length === longest)) continue;
    const [whole, year, month, date] = match;
    const sentOn = year && month && date ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : null;
    const span = { start: line.start, end: line.start + whole.length };
    return { ...span, sentOn: sentOn !== null && isCalendarDay(sentOn) ? sentOn : null };
  }
  return null;
}
