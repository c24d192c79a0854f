/** What the linker reads of a model: what it is called, and when it is current. */
export interface NamedModel {
  readonly slug: string;
  readonly name: string;
  readonly provider: string;
  readonly family?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly mentions?: readonly string[] | undefined;
  readonly api?:
    | { readonly id: string; readonly snapshots?: readonly string[] | undefined }
    | undefined;
  readonly identifiers?: Readonly<Record<string, readonly string[] | undefined>> | undefined;
  readonly status: string;
  readonly releaseDate?: string | undefined;
}

export interface NamedProvider {
  readonly id: string;
  readonly name: string;
}

/** The whole catalog, as `loadCatalog` makes it or as `api/v1/catalog.json` publishes it. */
export interface NamedCatalog {
  /** `YYYY-MM-DD`: the day that statuses hold for. */
  readonly day: string;
  readonly models: readonly NamedModel[] | ReadonlyMap<string, NamedModel>;
  readonly providers: readonly NamedProvider[] | ReadonlyMap<string, NamedProvider>;
}

export const listed = <Value>(
  values: readonly Value[] | ReadonlyMap<string, Value>,
): readonly Value[] =>
  'values' in values && !Array.isArray(values)
    ? [...(values as ReadonlyMap<string, Value>).values()]
    : (values as readonly Value[]);
