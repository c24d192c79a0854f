/** As much of JSON Schema as the schemas of request bodies are made of. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** A schema of a recursive family of types: each is described once, when it is first referred to. */
export function collected(
  root: string,
  describe: (name: string, refer: (name: string) => JsonSchema) => JsonSchema,
): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const refer = (name: string): JsonSchema => {
    if (!Object.hasOwn(definitions, name)) {
      // Held before it is described, so that a type may contain itself.
      definitions[name] = {};
      definitions[name] = describe(name, refer);
    }
    return { $ref: `#/definitions/${name}` };
  };
  return { ...refer(root), definitions };
}
