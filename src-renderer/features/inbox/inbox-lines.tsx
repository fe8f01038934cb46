import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, type MouseEvent, type ReactNode } from 'react';
import type { InboxRow } from '#contract/inbox';
import { stepNames } from '#contract/messages/campaign-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { BlockerTag } from '../../ui/blocker-tag.tsx';
import { OneLine } from '../../ui/one-line.tsx';
import { bestForGroup } from './inbox-fixes.ts';
import type { ListedGroup } from './inbox-layout.ts';
import { causeName, RowPlace, RowTrouble, RowVerdict, titleOf } from './inbox-row-parts.tsx';

/** What the mouse does; the same object for the life of the list. */
export interface LineEvents {
  onClick(index: number, event: MouseEvent): void;
  onTick(index: number, event: MouseEvent): void;
  /** Opens or closes a group. */
  onOpen(index: number): void;
  /** Starts the fix that helps all of a group. */
  onBest(index: number): void;
}

interface LineProps {
  index: number;
  id: string;
  /** Distance from the top of the laid-out content. */
  y: number;
  height: number;
  isCurrent: boolean;
  tick: 'none' | 'some' | 'all';
  events: LineEvents;
}

const tickClass = { none: 'tick-box', some: 'tick-box tick-some', all: 'tick-box tick-on' } as const;

function Tick({ index, tick, events }: Pick<LineProps, 'index' | 'tick' | 'events'>): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/control-has-associated-label -- Space in the list does the same, the row says whether it is selected
    <div
      role="gridcell"
      tabIndex={-1}
      className="inbox-tick"
      onClick={(event) => {
        event.stopPropagation();
        events.onTick(index, event);
      }}
    >
      <span aria-hidden="true" className={tickClass[tick]} />
    </div>
  );
}

const lineClass = (kind: string, { isCurrent, tick }: LineProps): string =>
  `inbox-line ${kind}${isCurrent ? ' inbox-line-current' : ''}${tick === 'none' ? '' : ' inbox-line-ticked'}`;

function Head(props: LineProps & { listed: ListedGroup; snoozed: boolean }): ReactNode {
  const { listed, index, id, y, height, tick, events, snoozed } = props;
  const { group, rows, isOpen } = listed;
  const translator = useTranslator();
  const { t, pick, locale } = translator;
  const best = snoozed ? null : bestForGroup({ ...group, rows });
  const basis = group.example?.basis;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list itself listens to the keyboard
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-level={1}
      aria-expanded={isOpen}
      aria-selected={tick === 'all'}
      className={lineClass('inbox-head', props)}
      style={{ height, transform: `translateY(${y}px)` }}
      onClick={(event) => events.onClick(index, event)}
    >
      <Tick index={index} tick={tick} events={events} />
      <div role="gridcell" className="inbox-head-name">
        <button
          type="button"
          tabIndex={-1}
          className="inbox-caret"
          aria-label={t(isOpen ? 'inbox.close' : 'inbox.open')}
          onClick={(event) => {
            event.stopPropagation();
            events.onOpen(index);
          }}
        >
          {isOpen ? <CaretDownOutlined /> : <CaretRightOutlined />}
        </button>
        <div>
          <span className="inbox-head-title">
            <BlockerTag severity={group.severity} code={group.code} />
            <strong className="one-line">{causeName(group, translator)}</strong>
            <span className="inbox-count">{rows.toLocaleString(locale)}</span>
          </span>
          <small className="one-line">
            {basis ? t('compliance.clause', { title: basis.title, clause: basis.clause }).trim() : null}
            {basis ? ` · ${t('compliance.since', { date: basis.effectiveFrom })}` : null}
            {group.code !== null && group.category === null ? t(`inbox.basis.${basisOf(group.code)}`) : null}
          </small>
        </div>
      </div>
      <div role="gridcell" className="inbox-head-fix">
        {best === null ? null : (
          <Button
            size="small"
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              events.onBest(index);
            }}
          >
            {rows === 1 ? pick(stepNames[best]) : t('inbox.bestForAll', { fix: pick(stepNames[best]), n: rows })}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What the judgement of a cause rests on, where it is no wording. */
function basisOf(code: string): 'link' | 'earning' | 'coupon' | 'campaign' {
  if (code.startsWith('link-')) return 'link';
  if (code.startsWith('earn')) return 'earning';
  return code.startsWith('coupon') ? 'coupon' : 'campaign';
}

function Row(props: LineProps & { listed: ListedGroup; row: InboxRow | undefined }): ReactNode {
  const { listed, row, index, id, y, height, tick, events } = props;
  const { t } = useTranslator();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list itself listens to the keyboard
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-level={2}
      aria-selected={tick === 'all'}
      className={lineClass('inbox-row', props)}
      style={{ height, transform: `translateY(${y}px)` }}
      onClick={(event) => events.onClick(index, event)}
    >
      <Tick index={index} tick={tick} events={events} />
      {row === undefined ? (
        <div role="gridcell" aria-busy="true" aria-label="…" className="virtual-pending" />
      ) : (
        <>
          <div role="gridcell" className="inbox-what">
            <OneLine>{titleOf(row)}</OneLine>
            <small>
              <RowTrouble row={row} group={listed.group} />
            </small>
          </div>
          <div role="gridcell" className="inbox-where">
            <RowVerdict row={row} />
            <small className="one-line">
              {row.until === null ? <RowPlace row={row} /> : t('inbox.until', { day: row.until })}
            </small>
          </div>
        </>
      )}
    </div>
  );
}

/** The head of a group: what is wrong, how often, on which rule, and what helps all of it. */
export const InboxHead = memo(Head);
/** Something in the way, with what and where it is. */
export const InboxLine = memo(Row);
