import { expect, test } from 'vitest';
import { hostOf, pageAddress } from '../../src/format/address.ts';

test.each([
  ['https://openai.com/index/hello', 'openai.com'],
  ['https://www.anthropic.com/news', 'anthropic.com'],
  ['https://wwww.example.com', 'wwww.example.com'],
  ['https://docs.mistral.ai:8443/x?y#z', 'docs.mistral.ai'],
  ['https://github.com/anomalyco/models.dev/blob/main/README.md', 'models.dev on GitHub'],
  ['https://www.github.com/openai/openai-python', 'openai-python on GitHub'],
  ['https://github.com/openai', 'github.com'],
  ['https://github.com/openai/', 'github.com'],
  ['https://gist.github.com/openai/abc', 'gist.github.com'],
])('%s leads to %s', (address, host) => {
  expect(hostOf(address)).toBe(host);
});

test.each([
  ['/', '/'],
  ['/index.html', '/'],
  ['/about.html', '/about'],
  ['/models/aurora-1.html', '/models/aurora-1'],
  ['/models/aurora-1/', '/models/aurora-1'],
  ['/models/aurora-1', '/models/aurora-1'],
])('the page built at %s is served at %s', (path, address) => {
  expect(pageAddress(path)).toBe(address);
});
