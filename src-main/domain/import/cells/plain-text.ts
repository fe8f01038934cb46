import { decodeEntities } from '../../probing/page/entities.ts';

const tags = /<\/?(?:b|i|u|em|strong|span|font|br|p)(?:\s[^<>]*)?\/?>/gi;

/** The text of a cell that was copied out of a page: `A&amp;B` is A&B. In an address `&amp;pid=` would pay nobody. */
export function withoutReferences(cell: string): string {
  return cell.includes(';') ? decodeEntities(cell) : cell;
}

/** A title without the tags by which searches mark what they found. */
export function withoutTags(title: string): string {
  return title.includes('<') ? title.replace(tags, '') : title;
}
