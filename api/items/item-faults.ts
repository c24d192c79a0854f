import type { z } from 'zod';

/** What is wrong with an item, fault by fault, each a sentence that names the field. */
export const itemFaults = (issues: readonly z.core.$ZodIssue[]): readonly string[] =>
  issues.map((issue) => {
    const field = issue.path.join('.') || 'The item';
    if (issue.code !== 'unrecognized_keys' && issue.input === undefined) {
      return `${field} is missing.`;
    }
    return `${field} ${faultOf(issue)}.`;
  });

function faultOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `names ${issue.keys.map((key) => `"${key}"`).join(', ')}, which is no field of its kind`;
    case 'invalid_type':
      return `takes ${withArticle(issue.expected)}, not ${shown(issue.input)}`;
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `is less than ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `is longer than ${issue.maximum} characters`
        : `has more than ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'url'
        ? `is no absolute http or https address: ${shown(issue.input)}`
        : `is no instant in UTC such as 2024-05-13T17:00:00Z: ${shown(issue.input)}`;
    case 'custom':
      return `is not written as ${issue.message}: ${shown(issue.input)}`;
    default:
      return `is wrong: ${issue.message}`;
  }
}

const withArticle = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

// Enough to find it by; what was sent may be long.
const mostShown = 80;

function shown(input: unknown): string {
  const text = JSON.stringify(input) ?? String(input);
  return text.length <= mostShown ? text : `${text.slice(0, mostShown)}…`;
}
