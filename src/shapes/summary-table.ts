import type { ModelSummary } from './model-summary.ts';

const columns = {
  slug: ({ slug }) => slug,
  name: ({ name }) => name,
  provider: ({ provider }) => provider,
  family: ({ family }) => family,
  status: ({ status }) => status,
  releaseDate: ({ releaseDate }) => releaseDate,
  knowledgeCutoff: ({ knowledgeCutoff }) => knowledgeCutoff,
  contextWindow: ({ contextWindow }) => contextWindow,
  maxOutput: ({ maxOutput }) => maxOutput,
  inputModalities: ({ modalities }) => modalities?.input.join(' '),
  outputModalities: ({ modalities }) => modalities?.output.join(' '),
  capabilities: ({ capabilities }) => capabilities?.join(' '),
  openWeights: ({ openWeights }) => openWeights,
  license: ({ license }) => license,
  inputPrice: ({ inputPrice }) => inputPrice,
  outputPrice: ({ outputPrice }) => outputPrice,
  deprecationDate: ({ deprecationDate }) => deprecationDate,
  retirementDate: ({ retirementDate }) => retirementDate?.date,
  retirementCertainty: ({ retirementDate }) => retirementDate?.certainty,
  replacement: ({ replacement }) => replacement,
  description: ({ description }) => description,
} satisfies Record<string, (model: ModelSummary) => string | number | boolean | undefined>;

/**
 * The models as comma-separated values with a header line and CRLF line ends (RFC 4180).
 * An unknown fact is an empty field; lists are joined by spaces.
 */
export function summaryTable(models: readonly ModelSummary[]): string {
  const rows = models.map((model) =>
    Object.values(columns).map((read) => field(String(read(model) ?? ''))),
  );
  return [Object.keys(columns), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

// A spreadsheet runs a field that starts with one of these as a formula.
const startsFormula = /^[=+\-@\t\r]/;

function field(text: string): string {
  const safe = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
