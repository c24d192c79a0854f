/**
 * US dollars with at least two decimals and never fewer than the price has: $2.50, $0.0375.
 * A price is printed as it is charged, or a bill computed from it is wrong.
 */
export function dollars(amount: number): string {
  const decimals = (String(amount).split('.')[1] ?? '').length;
  return `$${amount.toFixed(Math.max(2, Math.min(decimals, 6)))}`;
}

/** Both list prices in words: "$2.50 in · $10.00 out per million tokens". */
export const priceInWords = ({
  input,
  output,
}: {
  readonly input: number;
  readonly output?: number | undefined;
}): string =>
  output === undefined
    ? `${dollars(input)} per million tokens`
    : `${dollars(input)} in · ${dollars(output)} out per million tokens`;
