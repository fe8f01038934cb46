/** Endings of files that may hold a table of products. */
export const tableExtensions = ['csv', 'tsv', 'txt', 'xls', 'xlsx', 'xlsm', 'zip'] as const;
