import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import type { JsonSchema } from './json-schema.ts';

const types = join(import.meta.dirname, 'request-types.ts');

/**
 * The JSON Schemas of the types in `request-types.ts`, by name.
 *
 * To read all that the packages declare takes ten seconds, so each is kept until those types or the versions
 * of the packages change.
 */
export function typescriptSchemas(): (type: string) => JsonSchema {
  const folder = resolve('node_modules/.cache/quickstarts-schemas', stateOfTypes());
  let generator: ReturnType<typeof createGenerator> | undefined;
  return (type) => {
    const file = join(folder, `${type}.json`);
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
    generator ??= createGenerator({
      path: types,
      tsconfig: resolve('tsconfig.json'),
      // The types are checked with the rest of the code; here it would take as long again.
      skipTypeCheck: true,
      expose: 'none',
      jsDoc: 'none',
    });
    const schema = generator.createSchema(type) as JsonSchema;
    mkdirSync(folder, { recursive: true });
    // Several processes may prove at once; none reads what another has written by half.
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(schema));
    renameSync(`${file}.${process.pid}`, file);
    return schema;
  };
}

const stateOfTypes = (): string =>
  [types, 'package-lock.json', 'tsconfig.json']
    .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
    .digest('hex')
    .slice(0, 12);
