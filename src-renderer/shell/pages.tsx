import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { useRoute } from '../state/services.tsx';

/** The open page. */
export function Pages(): ReactNode {
  const { page } = useRoute();
  return <Empty description={page} />;
}
