import { Button, Result, Typography } from 'antd';
import type { ReactNode } from 'react';
import { AppError } from '#contract/errors';
import { errorMessages } from '#contract/messages/error-messages';
import { fillMessage } from '#contract/messages/format-message';
import { useTranslator } from '../i18n/locale.tsx';

function diagnostics(error: Error): string {
  return JSON.stringify({ message: error.message, stack: error.stack, at: new Date().toISOString() }, null, 2);
}

/** Replaces the app when the engine cannot start or is gone: what happened, what to do, and details to pass on. */
export function StartFailure({ error }: { error: Error }): ReactNode {
  const { t, locale } = useTranslator();
  const lostSession = error instanceof AppError && error.code === 'PROTOCOL_MISMATCH';
  const sentence =
    error instanceof AppError
      ? fillMessage(errorMessages[error.code], error.params ?? {}, locale)
      : fillMessage(errorMessages.INTERNAL, { logId: '-' }, locale);
  return (
    <Result
      status="warning"
      title={t('failure.title')}
      subTitle={
        <Typography.Paragraph>
          {lostSession ? t('failure.session') : sentence}
          <br />
          {lostSession ? null : t('failure.hint')}
        </Typography.Paragraph>
      }
      extra={[
        <Button key="reload" type="primary" onClick={() => location.reload()}>
          {t('failure.reload')}
        </Button>,
        <Button key="copy" onClick={() => void navigator.clipboard.writeText(diagnostics(error))}>
          {t('failure.copyDetails')}
        </Button>,
      ]}
    />
  );
}
