import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { AppError } from '#contract/errors';
import { useTranslator } from '../i18n/locale.tsx';

/** A failure in words, with a way to try again. A cancelled request is no failure to show. */
export function ErrorNotice({ error, onRetry }: { error: AppError; onRetry?: () => void }): ReactNode {
  const { t, errorText } = useTranslator();
  if (error.code === 'CANCELLED') return null;
  return (
    <Alert
      type="error"
      showIcon
      title={errorText(error)}
      action={onRetry ? <Button onClick={onRetry}>{t('common.retry')}</Button> : null}
    />
  );
}
