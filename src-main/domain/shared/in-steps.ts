/** Does something with each item, with a pause after every `perStep` of them, for whoever has others to answer in between. */
export function* inSteps<Item>(
  items: readonly Item[],
  perStep: number,
  take: (item: Item, at: number) => void,
): Generator<void, void> {
  for (const [at, item] of items.entries()) {
    take(item, at);
    if (at % perStep === perStep - 1) yield;
  }
}
