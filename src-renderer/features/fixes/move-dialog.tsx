import { Modal, Radio, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ItemTarget } from '#contract/campaigns';
import { limits } from '#contract/limits';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';

interface MoveDialogProps {
  targets: readonly ItemTarget[];
  busy: boolean;
  onMove(to: SurfaceId): void;
  onClose(): void;
}

/** Asks where to post items instead, with how many of them could go out there as they are. */
export function MoveDialog({ targets, busy, onMove, onClose }: MoveDialogProps): ReactNode {
  const { t } = useTranslator();
  const tried = targets.slice(0, limits.pageRows);
  const { data, error, reload } = useRemote('campaigns.tryPlaces', { targets: [...tried] });
  const here = new Set(targets.map(({ surface }) => surface));
  const offered = (data ?? []).filter(({ surface }) => here.size > 1 || !here.has(surface));
  const best = offered.toSorted((a, b) => b.ready - a.ready)[0];
  const [chosen, setChosen] = useState<SurfaceId | null>(null);
  const to = chosen ?? best?.surface ?? null;

  return (
    <Modal
      open
      width={520}
      title={t('fixes.move.title')}
      okText={t('fixes.move.do')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: to === null, loading: busy }}
      onOk={() => to && onMove(to)}
      onCancel={onClose}
    >
      <p className="secondary">{t('fixes.move.note', { n: targets.length })}</p>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {data === null && error === null ? <Skeleton active paragraph={{ rows: 4 }} /> : null}
      <Radio.Group
        className="move-places"
        aria-label={t('fixes.move.title')}
        value={to}
        onChange={({ target }) => setChosen(target.value as SurfaceId)}
      >
        {offered.map(({ surface, ready }) => (
          <Radio key={surface} value={surface}>
            <strong>{t(`surface.${surface}`)}</strong>
            <span className="secondary tabular">
              {t('fixes.move.ready', { n: ready, total: tried.length })}
              {tried.length < targets.length ? t('fixes.move.tried', { n: tried.length }) : ''}
            </span>
          </Radio>
        ))}
      </Radio.Group>
    </Modal>
  );
}
