/** Something the reader had to do to a cell; the row parser turns it into a remark for the user. */
export interface CellFlaw {
  /** 0-based column; -1 speaks of the whole row. */
  column: number;
  /**
   * `too-long`: cut at the cell limit; `nul`: NUL characters taken out; `undecodable`: bytes that are no text in this
   * encoding; `too-many-cells`: cells past the column limit were not read; `unfinished`: the file ends in this cell, with
   * columns still to come; `uncalculated`: a formula without its result.
   */
  kind: 'too-long' | 'nul' | 'undecodable' | 'too-many-cells' | 'unfinished' | 'uncalculated';
}

/** One row of a table as its file holds it, before any meaning. */
export interface RawRow {
  /** 1-based row number as Excel shows it. */
  line: number;
  /** Text of each cell, as Excel would show it without column formatting; may be shorter or longer than the header. */
  cells: string[];
  flaws?: CellFlaw[];
}
