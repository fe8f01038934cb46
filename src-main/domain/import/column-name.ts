/** What a column without a header is called: its letters as Excel shows them, e.g. `列 AB`. */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `列 ${letters}`;
}
