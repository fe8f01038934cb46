import type { TablePaginationConfig } from 'antd';
import { useState } from 'react';

interface Pages {
  /** What to ask the engine for. */
  slice: { offset: number; limit: number };
  /** How a table shows its pager; hidden while one page is enough. @param total rows there are; null or undefined while unknown */
  pager(total: number | null | undefined): TablePaginationConfig;
  toFirst(): void;
}

/** A list read page by page. @param pageRows rows to a page */
export function usePages(pageRows: number): Pages {
  const [page, setPage] = useState(1);
  return {
    slice: { offset: (page - 1) * pageRows, limit: pageRows },
    pager: (total) => ({
      current: page,
      pageSize: pageRows,
      total: total ?? 0,
      onChange: setPage,
      showSizeChanger: false,
      hideOnSinglePage: true,
    }),
    toFirst: () => setPage(1),
  };
}
