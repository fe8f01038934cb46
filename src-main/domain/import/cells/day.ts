import { shanghaiDay } from '../../shared/shanghai-day.ts';
import { foldTraditional } from './traditional.ts';

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `none` is an empty date in disguise: 1970-01-01, 0000-00-00, 0, 长期. */
export type DayReading = { day: string } | 'none' | null;

function fromParts(year: number, month: number, day: number): DayReading {
  if (year === 0 && month === 0 && day === 0) return 'none';
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && !leap ? 28 : (daysInMonth[month - 1] ?? 0);
  if (day < 1 || day > last) return null;
  if (year <= 1970) return year === 1970 ? 'none' : null;
  if (year > 2099) return null;
  return { day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

const clock = /^(?:[T ]?([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d|60)(?:[.,]\d{1,9})?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const written = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?(?=$|[T\s\d(]|[周星上下截止])\s*(.*)$/i;
const longestDate = 60;
const isoDay = /^(\d{4})-(\d\d)-(\d\d)$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})|\s\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** What stands before the last day where a cell says more than the day. */
const until = /^(?:有效期)?(?:截止|截至|至|到)(?:日期)?:?\s*(?=\d)/;
const noEnd = new Set(['长期', '长期有效', '永久', '永久有效', '不限', '不限期', '无限期', '无期限']);

/** What Excel and people put around the time of day: `星期一 下午 23:59`, `(周一)`, `23时59分`, `止`. */
function plainClock(text: string): string {
  return text
    .replace(/^\(?(?:周|星期)[一二三四五六日天]\)?/, '')
    .replace(/^\s*[上下]午|\s*[ap]m$|截?止$/gi, '')
    .replace(/(\d{1,2})时(\d{1,2})分(?:(\d{1,2})秒)?$/, (_, hours: string, minutes: string, seconds = '00') =>
      [hours, minutes.padStart(2, '0'), seconds.padStart(2, '0')].join(':'),
    )
    .trim();
}

/** The day in Shanghai at a time of day with a zone; null for a zone or time that does not exist. */
function inShanghai(day: string, time: string, zone: string): DayReading {
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.replace(/^([+-]\d{2}):?/, '$1:');
  const at = Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(at) ? null : { day: shanghaiDay(new Date(at)) };
}

function fromWritten(text: string): DayReading {
  const [, year = '', month = '', day = '', rest = ''] = written.exec(text) ?? [];
  const time = year === '' ? null : clock.exec(plainClock(rest));
  if (!time) return null;
  const [, hours = '0', minutes = '00', seconds = '00', zone] = time;
  const reading = fromParts(Number(year), Number(month), Number(day));
  if (zone === undefined || reading === null || reading === 'none') return reading;
  return inShanghai(reading.day, `${hours.padStart(2, '0')}:${minutes}:${seconds}`, zone);
}

const secondsIn1971 = 31_536_000;
const secondsIn2100 = 4_102_444_800;
const dayMs = 86_400_000;
/** Day 0 of Excel's 1900 calendar as it works from 1 March 1900 on. */
const excelEpochMs = Date.UTC(1899, 11, 30);

function fromNumber(text: string): DayReading {
  const value = Number(text);
  if (value <= 1) return value === 0 ? 'none' : null;
  // 1980 to 2099 as Excel counts days; the fraction is the time of day.
  if (value >= 29_221 && value < 73_051) {
    return { day: new Date(excelEpochMs + Math.floor(value) * dayMs).toISOString().slice(0, 10) };
  }
  const digits = Number.isInteger(value) ? String(value).length : 0;
  const seconds = digits >= 12 && digits <= 13 ? value / 1000 : value;
  if (digits !== 9 && digits !== 10 && digits !== 12 && digits !== 13) return null;
  if (seconds < secondsIn1971) return 'none';
  return seconds < secondsIn2100 ? { day: shanghaiDay(new Date(seconds * 1000)) } : null;
}

const shortestSpan = '2026.1.1-2026.1.2'.length;
const longestSpan = 2 * longestDate;
const writtenDay = /\d{4}(?:[-/.]|年)\d{1,2}(?:[-/.]|月)\d{1,2}/g;

/** The days of `2026.11.01-2026.11.30` or `2026-11-01 00:00 至 2026-11-30 23:59`; null for text without exactly two. */
export function parseDaySpan(text: string): { start: string; end: string } | null {
  if (text.length < shortestSpan || text.length > longestSpan) return null;
  const [first = '', last = '', more] = text.normalize('NFKC').match(writtenDay) ?? [];
  const [start, end] = [parseDay(first), parseDay(last)];
  if (more !== undefined || start === null || start === 'none' || end === null || end === 'none') return null;
  return { start: start.day, end: end.day };
}

/**
 * The calendar day a cell names, in Asia/Shanghai: `2026-11-01`, `2026/11/1`, `2026年11月1日`, any of them with a
 * weekday or a time, `20261101`, unix seconds or milliseconds, Excel's day numbers. A time with a zone is moved to
 * Shanghai.
 * @returns null when the text names no real day
 */
export function parseDay(text: string): DayReading {
  const [, plainYear, plainMonth, plainDay] = text.length === 10 ? (isoDay.exec(text) ?? []) : [];
  if (plainYear !== undefined) return fromParts(Number(plainYear), Number(plainMonth), Number(plainDay));
  const plain = text.slice(0, longestDate).normalize('NFKC').trim().replace(until, '');
  if (noEnd.has(foldTraditional(plain))) return 'none';
  if (!/^\d/.test(plain)) return null;
  const [, year = '', month = '', day = ''] = compact.exec(plain) ?? [];
  if (year !== '') {
    const reading = fromParts(Number(year), Number(month), Number(day));
    if (reading !== null) return reading;
  }
  return /^\d+(?:\.\d*)?$/.test(plain) ? fromNumber(plain) : fromWritten(plain);
}
