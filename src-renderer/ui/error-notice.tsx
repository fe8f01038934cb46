import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { AppError } from '#contract/errors';
import { useTranslator } from '../i18n/locale.tsx';

interface ErrorNoticeProps {
  error: AppError;
  onRetry?: () => void;
  /** A cancelled request is no failure to show; a cancelled job is, where its result would be. */
  showCancelled?: boolean;
}

/** A failure in words, with a way to try again. */
export function ErrorNotice({ error, onRetry, showCancelled = false }: ErrorNoticeProps): ReactNode {
  const { t, errorText } = useTranslator();
  if (error.code === 'CANCELLED' && !showCancelled) return null;
  return (
    <Alert
      type={error.code === 'CANCELLED' ? 'info' : 'error'}
      showIcon
      title={errorText(error)}
      action={onRetry ? <Button onClick={onRetry}>{t('common.retry')}</Button> : null}
    />
  );
}
