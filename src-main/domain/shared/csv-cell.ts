/**
 * Beginnings that spreadsheets take for a formula; those with Chinese input also know the full-width signs. With
 * apostrophes already in front, so that taking one off always gives the text back.
 */
const startsFormula = /^'*\s*[=+\-@＝＋－＠]/;

/**
 * A cell for a CSV file, quoted where needed. What a spreadsheet would run as a formula gets an apostrophe in front,
 * which reading takes off again.
 */
export function csvCell(value: string): string {
  const text = startsFormula.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell written by {@link csvCell}, once read from the file: without its apostrophe. */
export function withoutFormulaMark(cell: string): string {
  return cell.startsWith("'") && startsFormula.test(cell.slice(1)) ? cell.slice(1) : cell;
}
