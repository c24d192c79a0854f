import { z } from 'zod';
import { ContentError } from '../src/catalog/problem.ts';

/** Runs a command and sets the exit status; a failure is told in a sentence, not as a stack. */
export async function runCommand(work: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(failureText(error));
    process.exitCode = error instanceof ContentError ? 1 : 2;
  }
}

function failureText(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join('\n');
  if (error instanceof Error) return error.message;
  return String(error);
}
