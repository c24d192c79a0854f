import type { Call } from '../../src/catalog/quickstarts/call.ts';
import type { Language, Variant } from '../../src/catalog/quickstarts/protocol.ts';

/** One rendered snippet with what it was rendered from. */
export interface Snippet {
  readonly call: Call;
  readonly language: Language;
  readonly variant: Variant;
  /** The model's id at the provider. */
  readonly id: string;
  /** The slug of a model that shows it. */
  readonly model: string;
  readonly code: string;
}

/** A snippet for people: "gpt-5: openai, openai-responses, streaming, curl". */
export const snippetName = ({ call, language, variant, model }: Snippet): string =>
  `${model}: ${call.provider}, ${call.protocol.id}, ${variant}, ${language}`;

/** What is wrong with a snippet. */
export interface Failure {
  readonly snippet: Snippet;
  /** Where it was found: parse, variables, types, or the run. */
  readonly step: 'parse' | 'variables' | 'types' | 'run';
  /** Whole sentences or lines, each one fault. */
  readonly faults: readonly string[];
  /** What was sent, as far as the snippet came. */
  readonly sent?: string;
}

/** A failure for a person: which model and snippet, what was wrong, what was sent. */
export function failureText({ snippet, step, faults, sent }: Failure): string {
  const lines = faults.flatMap((fault) => fault.split('\n')).map((line) => `  ${line}`);
  const request = sent === undefined ? [] : [`  sent: ${sent}`];
  return [`${snippetName(snippet)} – ${step}`, ...lines, ...request].join('\n');
}
