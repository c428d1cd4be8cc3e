/** What every reader made of every group of files, as a table in the terminal: passed of tried. */

export interface Score {
  readonly reader: string;
  readonly group: string;
  readonly passed: number;
  readonly tried: number;
  /** What the reader is known not to take. */
  readonly limits: number;
}

/** Readers down, groups across; `-` where a reader has no such syntax. */
export function scoreTable(scores: readonly Score[]): string {
  const groups = [...new Set(scores.map(({ group }) => group))];
  const readers = [...new Set(scores.map(({ reader }) => reader))];
  const cell = (reader: string, group: string) => {
    const score = scores.find((one) => one.reader === reader && one.group === group);
    if (score === undefined || score.tried + score.limits === 0) return '-';
    return `${score.passed}/${score.tried}${score.limits > 0 ? ` (${score.limits})` : ''}`;
  };
  const rows = [
    ['', ...groups],
    ...readers.map((reader) => [reader, ...groups.map((group) => cell(reader, group))]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
