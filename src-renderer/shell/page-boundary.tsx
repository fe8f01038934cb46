import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslator } from '../i18n/locale.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { copyDiagnostics } from './start-failure.tsx';

interface PageBoundaryProps {
  /** A failure is forgotten when another page is opened. */
  page: string;
  children: ReactNode;
}

interface PageBoundaryState {
  error: Error | null;
}

/** Keeps a page that fails while it is drawn from taking the whole window with it. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): PageBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidUpdate({ page }: PageBoundaryProps): void {
    if (page !== this.props.page && this.state.error) this.#forget();
  }

  #forget = (): void => this.setState({ error: null });

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <PageFailure error={error} onRetry={this.#forget} /> : this.props.children;
  }
}

function PageFailure({ error, onRetry }: { error: Error; onRetry(): void }): ReactNode {
  const { t } = useTranslator();
  return (
    <div role="alert">
      <EmptyState
        title={t('failure.page')}
        actions={
          <>
            <Button type="primary" onClick={onRetry}>
              {t('common.retry')}
            </Button>
            <Button onClick={() => copyDiagnostics(error)}>{t('failure.copyDetails')}</Button>
          </>
        }
      >
        {t('failure.pageHint')}
      </EmptyState>
    </div>
  );
}
