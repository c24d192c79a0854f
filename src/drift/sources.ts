import { litellm } from './litellm.ts';
import { modelsDev } from './models-dev.ts';
import { openRouter } from './open-router.ts';
import type { OutsideSource } from './outside-set.ts';

/** The collections by others that the catalog can be compared with. */
export const outsideSources: readonly OutsideSource[] = [modelsDev, litellm, openRouter];
