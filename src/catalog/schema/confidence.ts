import { z } from 'zod';

/** How far a source can be trusted for what it covers. */
export const confidences = ['maker', 'agreed', 'reported'] as const;
export const confidence = z
  .enum(confidences)
  .describe(
    'maker: the maker’s own text; agreed: independent sources agree; reported: hosts or one data set only',
  );
