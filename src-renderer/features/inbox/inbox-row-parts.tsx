import type { ReactNode } from 'react';
import type { Blocker } from '#contract/campaigns';
import type { InboxGroup, InboxItem, InboxProduct, InboxRow } from '#contract/inbox';
import { blockerMessages } from '#contract/messages/campaign-messages';
import { categoryName } from '#contract/messages/compliance-names';
import type { Finding } from '#domain/compliance/finding';
import type { Translator } from '../../i18n/locale.tsx';
import { useTranslator } from '../../i18n/locale.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';

/** What a group is about, in plain words. */
export function causeName({ code, category }: Pick<InboxGroup, 'code' | 'category'>, { t, pick }: Translator): string {
  if (category !== null) {
    const key =
      code === null ? 'inbox.cause.catalog' : code === 'copy-warn' ? 'inbox.cause.risk' : 'inbox.cause.wording';
    return t(key, { category: pick(categoryName(category)) });
  }
  return code === null ? '' : t(`inbox.cause.${code as LinkCause}`);
}

/** Why it matters, and what the judgement rests on where no clause says so. */
export function causeReason(group: InboxGroup, { t }: Translator): string {
  if (group.example) return group.example.explanation;
  return group.code === null || group.category !== null ? '' : t(`inbox.why.${group.code as LinkCause}`);
}

type LinkCause = Exclude<Blocker['code'], 'copy-block' | 'copy-warn'>;

const contextUnits = 14;

/** The words a finding is about, with a few around them. */
function FoundText({ text, finding: { start, end } }: { text: string; finding: Finding }): ReactNode {
  const from = Math.max(0, start - contextUnits);
  const to = Math.min(text.length, end + contextUnits * 2);
  return (
    <span className="one-line">
      {from > 0 ? '…' : ''}
      {text.slice(from, start)}
      <mark className="inbox-mark">{text.slice(start, end)}</mark>
      {text.slice(end, to)}
      {to < text.length ? '…' : ''}
    </span>
  );
}

const causesInLink: readonly (Blocker['code'] | null)[] = [
  'link-blocked',
  'link-dead',
  'link-not-clickable',
  'link-needs-browser',
  'link-unknown',
  'earns-nothing',
  'earning-unknown',
];

function ItemTrouble({ row: { item }, group }: { row: InboxItem; group: InboxGroup }): ReactNode {
  const { pick } = useTranslator();
  const finding = item.findings.find(({ category }) => category === group.category);
  if (finding) return <FoundText text={item.text} finding={finding} />;
  if (item.link && causesInLink.includes(group.code)) return <span className="one-line mono">{item.link.value}</span>;
  const blocker = item.blockers.find(({ code }) => code === group.code);
  return blocker ? <span className="one-line">{pick(blockerMessages[blocker.code], blocker.params)}</span> : null;
}

/** The words or the link that something is wrong with. */
export function RowTrouble({ row, group }: { row: InboxRow; group: InboxGroup }): ReactNode {
  if (row.kind === 'item') return <ItemTrouble row={row} group={group} />;
  return <FoundText text={row.text} finding={row.finding} />;
}

const fieldKey = ({ field }: InboxProduct): 'compliance.field.title' | 'compliance.field.recommend' =>
  `compliance.field.${field}`;

/** Where a row belongs: campaign and place, or the text of the product. */
export function RowPlace({ row }: { row: InboxRow }): ReactNode {
  const { t } = useTranslator();
  if (row.kind === 'product') return <>{t(fieldKey(row))}</>;
  return (
    <>
      {row.campaignName} · {t(`surface.${row.surface}`)}
    </>
  );
}

/** What happens with the link of an item where it is to be posted. */
export function RowVerdict({ row }: { row: InboxRow }): ReactNode {
  if (row.kind === 'product' || row.item.link === null) return null;
  return <OutcomeTag outcome={row.item.link.outcome} />;
}

export const titleOf = (row: InboxRow): string => (row.kind === 'item' ? row.item.title : row.title);
