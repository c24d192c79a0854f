/** How the content’s YAML is read and written: as YAML 1.2, where `no` is a word and `012` no octal number. */
export const yaml12 = { version: '1.2', schema: 'core' } as const;
