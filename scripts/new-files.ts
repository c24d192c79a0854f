import { stringify } from 'yaml';
import type { NewKind } from './new-questions.ts';

type Answers = Readonly<Record<string, string>>;

const modeline = (kind: NewKind): string =>
  `# yaml-language-server: $schema=../../dist/api/v1/schema/${kind}.schema.json`;

/** A value as YAML writes it on one line: quoted where it must be. */
const plain = (text = ''): string => stringify(text, { lineWidth: 0 }).trimEnd();

const folded = (text = ''): string => `>-\n  ${text.replace(/\s+/g, ' ').trim()}`;

/** The text of a new file of a kind, with what else it could say as comments. */
export function newFile(kind: NewKind, answers: Answers, today: string): string {
  return [modeline(kind), ...bodies[kind](answers, today), ''].join('\n');
}

const bodies: Readonly<Record<NewKind, (answers: Answers, today: string) => readonly string[]>> = {
  model: modelLines,
  provider: (answers, today) => [
    `name: ${plain(answers['name'])}`,
    `kinds: [${answers['kinds']}]`,
    `description: ${folded(answers['description'])}`,
    `monogram: ${plain(answers['monogram'])}`,
    `hue: ${hueOf(answers['name'])}   # the tint of the monogram, degrees on the colour wheel`,
    `website: ${answers['website']}`,
    '# docs: where the API is documented',
    '# pricingPage: where the list prices stand',
    '# api: { baseUrl: https://api.example.com/v1, keyVariable: EXAMPLE_API_KEY }',
    ...sourceLines(answers, today),
  ],
  benchmark: (answers, today) => [
    `name: ${plain(answers['name'])}`,
    `description: ${folded(answers['description'])}`,
    `unit: ${answers['unit']}`,
    `range: { min: ${answers['min']}, max: ${answers['max']} }`,
    `direction: ${answers['direction']}`,
    '# metric: what is counted, such as accuracy or pass@1',
    '# runBy: who publishes or runs it',
    '# links: { website: https://…, paper: https://…, repository: https://… }',
    '# aliases: other names in use',
    ...sourceLines(answers, today),
  ],
  source: (answers, today) => [
    `name: ${plain(answers['name'])}`,
    `kind: ${answers['kind']}`,
    `reader: ${answers['reader']}`,
    `address: ${plain(answers['address'])}`,
    '# queries: for hacker-news, what is searched for',
    '# company: for job boards, whose positions they are',
    `description: ${folded(answers['description'])}`,
    `every: ${answers['every']}`,
    '# provider: the organisation in content/providers that it belongs to',
    `isAboutModels: ${isYes(answers['is-about-models'])}`,
    ...sourceLines(answers, today),
  ],
};

function modelLines(answers: Answers, today: string): readonly string[] {
  const context = answers['context-window'];
  const id = answers['api-id'];
  const released = answers['release-date'];
  const covers = [released && 'releaseDate', 'specs', id && 'api'].filter(Boolean).join(', ');
  return [
    `name: ${plain(answers['name'])}`,
    `provider: ${answers['provider']}`,
    '# family: the line it belongs to, as its siblings write it',
    `description: ${folded(answers['description'])}`,
    released
      ? `releaseDate: ${released}`
      : '# releaseDate: 2024-12-01, the first day that others could use it',
    '# knowledgeCutoff: 2024-06',
    `stage: ${answers['stage']}`,
    'specs:',
    context ? `  contextWindow: ${context}` : '  # contextWindow: tokens, the model’s own limit',
    '  # maxOutput: tokens',
    '  # modalities: { input: [text, image], output: [text] }',
    `  openWeights: ${isYes(answers['open-weights'])}`,
    '  # license: SPDX identifier, the licence’s own name, or proprietary',
    '# capabilities: [reasoning, toolCalling, structuredOutput]',
    '# pricing:   # the maker’s list price, US dollars per million tokens, newest last',
    '#   - { from: 2024-12-01, input: 2.5, output: 10, source: https://… }',
    ...(id ? ['api:', `  id: ${plain(id)}`] : ['# api: { id: what goes into the request }']),
    '# links: { announcement: https://…, docs: https://… }',
    'sources:',
    `  - { url: ${answers['source']}, covers: [${covers}], checked: ${today}, confidence: ${answers['confidence']} }`,
  ];
}

const sourceLines = (answers: Answers, today: string): readonly string[] => [
  'sources:',
  `  - { url: ${answers['source']}, checked: ${today} }`,
];

const isYes = (answer = ''): boolean => ['yes', 'y', 'true'].includes(answer.toLowerCase());

/** Any tint will do, as long as the same name always gives the same. */
const hueOf = (name = ''): number =>
  [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
