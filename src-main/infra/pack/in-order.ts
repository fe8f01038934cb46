type Settled<Value> = { ok: true; value: Value } | { ok: false; error: unknown };

/**
 * Makes results with up to `width` under way at once and takes them in the order of the inputs. After a failure nothing
 * new is started and everything under way has ended before the failure is thrown on.
 */
export async function inOrder<Input, Made>(
  inputs: readonly Input[],
  width: number,
  make: (input: Input) => Promise<Made>,
  take: (made: Made, input: Input) => Promise<void>,
): Promise<void> {
  const underWay: { input: Input; result: Promise<Settled<Made>> }[] = [];
  const waiting = inputs[Symbol.iterator]();
  const startNext = (): void => {
    const { done, value: input } = waiting.next();
    if (done) return;
    const result = make(input).then(
      (value) => ({ ok: true as const, value }),
      (error: unknown) => ({ ok: false as const, error }),
    );
    underWay.push({ input, result });
  };
  for (let started = 0; started < width; started++) startNext();
  try {
    for (let first = underWay.shift(); first; first = underWay.shift()) {
      const settled = await first.result;
      if (!settled.ok) throw settled.error;
      startNext();
      await take(settled.value, first.input);
    }
  } finally {
    await Promise.all(underWay.map(({ result }) => result));
  }
}
