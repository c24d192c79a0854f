import type { NoticeDocument } from '../../src/shapes/notice.ts';
import type { SourceDocument } from '../../src/shapes/source.ts';

/** A source of which a test says only what matters. */
export const wholeSource = (id: string, told: Partial<SourceDocument>): SourceDocument => ({
  id,
  name: id,
  kind: 'news',
  reader: 'feed',
  address: `https://${id}.example/feed`,
  description: 'A place that is read in tests.',
  every: '1d',
  isAboutModels: false,
  sources: [{ url: `https://${id}.example/`, checked: '2026-02-01' }],
  path: `content/sources/${id}.yaml`,
  ...told,
});

export type ToldNotice = Partial<Omit<NoticeDocument, 'models'>> & {
  readonly models?: readonly string[];
};

/** A notice of which a test says only what matters. */
export const wholeNotice = ({ models = [], ...told }: ToldNotice): NoticeDocument => ({
  id: '2026-02-01-notice',
  title: 'A notice of tests',
  date: '2026-02-01',
  models: [...models],
  provider: 'aurora-labs',
  kind: 'note',
  source: 'https://aurora.example.com/notice',
  checked: '2026-02-01',
  text: 'What happened.',
  html: '<p>What happened.</p>',
  path: 'content/news/2026-02-01-notice.md',
  ...told,
});
