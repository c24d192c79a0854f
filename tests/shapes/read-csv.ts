/**
 * The rows of comma-separated values (RFC 4180), by column.
 *
 * @throws on what that format does not allow: a bare quote, a lone line feed, a row of another length.
 */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = cells(text);
  return rows.map((row) => {
    if (row.length !== header.length) {
      throw new Error(`A row has ${row.length} fields, the header ${header.length}.`);
    }
    return Object.fromEntries(header.map((column, index) => [column, row[index] ?? '']));
  });
}

function cells(text: string): readonly (readonly string[])[] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [[]];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (!match) throw new Error(`No field can be read at character ${at}.`);
    const [, quoted, bare = '', end] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
