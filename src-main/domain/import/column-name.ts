/** Letters of a 0-based column, as Excel shows them: `A`, `Z`, `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** What a column without a header is called, e.g. `列 AB`. */
export function columnName(column: number): string {
  return `列 ${columnLetters(column)}`;
}
