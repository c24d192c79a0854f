/** What a sound source of each reader says. */
export const sound = {
  feed: { kind: 'news', address: 'https://sirius.example.com/feed.xml' },
  'hacker-news': {
    kind: 'discussions',
    address: 'https://hn.example.com/api/v1',
    queries: '[LLM]',
  },
  discourse: { kind: 'discussions', address: 'https://forum.example.com' },
  'github-releases': { kind: 'news', address: 'sirius/sirius.js' },
  'github-discussions': { kind: 'discussions', address: 'sirius/sirius.js' },
  reddit: {
    kind: 'discussions',
    address: 'https://reddit.example.com/r/x/.rss',
    off: 'ask them first',
  },
  lobsters: {
    kind: 'discussions',
    address: 'https://lobsters.example.com/newest.json',
    off: 'ask them first',
  },
  greenhouse: { kind: 'jobs', address: 'sirius', company: 'Sirius' },
  lever: { kind: 'jobs', address: 'sirius', company: 'Sirius' },
  ashby: { kind: 'jobs', address: 'sirius.ai', company: 'Sirius' },
  'job-posting': { kind: 'jobs', address: 'https://sirius.example.com/careers' },
} as const;
