/** Size limits of what crosses the wire. Pages above 500 rows cost more in transport than they save in calls. */
export const limits = {
  pageRows: 500,
  textUnits: 100_000,
  nameUnits: 200,
  idsPerCall: 5_000,
  filesPerImport: 50,
  /** Longer pasted texts are files to import, not something to look through. */
  pasteUnits: 300_000,
  /** One text to check for wording; an article has some thousands. */
  lintCharacters: 2_000_000,
} as const;
