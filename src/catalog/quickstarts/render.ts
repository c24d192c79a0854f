import type { Call } from './call.ts';
import type { Language, Variant } from './protocol.ts';

/** Three stripes, 32 by 32 pixels, as PNG in base64: the smallest image that has something to tell. */
export const sampleImage =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgAgMAAAAOFJJnAAAACVBMVEUAPIz////cKDL/C3a7AAAAFklEQVR42mNgYGAMDc1atYphlIGNAQDSZk0h4kYQDQAAAABJRU5ErkJggg==';

/** A few spoken words of Alibaba's own, which its services fetch from there. */
export const sampleAudio = 'https://dashscope.oss-cn-beijing.aliyuncs.com/audios/welcome.mp3';

/** Stands for the id in what is the same for every model. */
export const anyModel = '{{model}}';

/**
 * The code that calls a model, complete and ready to run, with a line break at its end; undefined
 * where the protocol has none of this kind.
 */
export function rendered(
  call: Call,
  language: Language,
  variant: Variant,
  model: string,
): string | undefined {
  const { protocol, baseUrl, keyVariable = '' } = call;
  const template = protocol.snippets[variant]?.[language];
  if (template === undefined) return undefined;
  const values: Record<string, string> = {
    model,
    modelInPath: model === anyModel ? '{{modelInPath}}' : encodeURIComponent(model),
    baseUrl,
    keyVariable,
    image: sampleImage,
    audio: sampleAudio,
  };
  const imports = protocol.imports?.[language];
  values['client'] = filled(protocol.client?.[language] ?? '', values);
  values['imports'] = imports ? `${filled(imports, values)}\n\n` : '';
  return `${filled(template, values)}\n`;
}

const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
