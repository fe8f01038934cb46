import { App as AntApp, Button, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { AppError } from '#contract/errors';
import { errorMessages } from '#contract/messages/error-messages';
import { fillMessage } from '#contract/messages/format-message';
import { LocaleProvider, useTranslator } from '../i18n/locale.tsx';
import { appTheme } from '../theme/app-theme.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Puts on the clipboard what somebody who looks for the cause needs. */
export function copyDiagnostics(error: Error): void {
  const details = { message: error.message, stack: error.stack, at: new Date().toISOString() };
  void navigator.clipboard.writeText(JSON.stringify(details, null, 2));
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
    <main className="start-failure" role="alert">
      <EmptyState
        title={t('failure.title')}
        actions={
          <>
            <Button type="primary" onClick={() => location.reload()}>
              {t('failure.reload')}
            </Button>
            <Button onClick={() => copyDiagnostics(error)}>{t('failure.copyDetails')}</Button>
          </>
        }
      >
        {lostSession ? t('failure.session') : sentence}
        {lostSession ? null : <span className="failure-hint">{t('failure.hint')}</span>}
      </EmptyState>
    </main>
  );
}

/** What stands around a message while there are no settings and no app yet. */
function BeforeSettings({ styleNonce, children }: { styleNonce: string; children: ReactNode }): ReactNode {
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return (
    <ConfigProvider
      theme={appTheme(scheme, false, false)}
      csp={{ nonce: styleNonce }}
      button={{ autoInsertSpace: false }}
    >
      <LocaleProvider locale={navigator.language.startsWith('zh') ? 'zh-CN' : 'en'}>
        <AntApp className="app">{children}</AntApp>
      </LocaleProvider>
    </ConfigProvider>
  );
}

/** The engine could not start, and nothing else is there yet. */
export function FailedStart({ error, styleNonce }: { error: Error; styleNonce: string }): ReactNode {
  return (
    <BeforeSettings styleNonce={styleNonce}>
      <StartFailure error={error} />
    </BeforeSettings>
  );
}

/** The engine takes its time: a catalog of an earlier version is backed up and upgraded before it answers. */
export function SlowStart({ styleNonce }: { styleNonce: string }): ReactNode {
  return (
    <BeforeSettings styleNonce={styleNonce}>
      <Opening />
    </BeforeSettings>
  );
}

function Opening(): ReactNode {
  const { t } = useTranslator();
  return (
    <main className="start-failure" role="status">
      <EmptyState title={t('start.slow')}>{t('start.slow.note')}</EmptyState>
    </main>
  );
}
