import type { Sample } from './evidence-samples.ts';

/** Weights per key and the bias of a logistic regression. */
export interface Weights {
  byKey: Map<number, number>;
  bias: number;
}

const epochs = 20;
const rate = 0.3;
const decay = 2e-3;
/** The weights are the mean of those after each epoch from this one on: the last alone lean towards the last texts. */
const firstMeant = 5;
/** Background is harmless text of other kinds: it counts, but less than texts made to be confused. */
const backgroundWeight = 0.3;
/** Sentences of texts that count already as a whole. */
const sentenceWeight = 0.3;
const leastTexts = 1;
/**
 * How many weights are kept, those first that move the most sums the furthest. Half as many cost a hundredth of the recall
 * on texts not learnt from, and a page takes as long.
 */
const mostWeights = 80_000;

/** A repeatable shuffle. */
function shuffled(size: number, round: number): number[] {
  const order = Array.from({ length: size }, (_, index) => index);
  let seed = round * 7919 + 1;
  for (let at = size - 1; at > 0; at -= 1) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    const other = seed % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

function countKeys(samples: readonly Sample[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { keys } of samples) for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Score of a window in log-odds. */
export function scoreOf(sample: Sample, weights: Weights): number {
  let sum = 0;
  for (const key of sample.keys) sum += weights.byKey.get(key) ?? 0;
  return weights.bias + sum / Math.sqrt(1 + sample.length);
}

/** A regression that is being learnt. */
interface Descent {
  weights: Float64Array;
  squares: Float64Array;
  bias: number;
  biasSquares: number;
}

/** One step of AdaGrad towards the label of a sample whose keys are the weights `row`. */
function approach(descent: Descent, sample: Sample, row: ReadonlyMap<number, number>): void {
  const { weights, squares } = descent;
  const scale = 1 / Math.sqrt(1 + sample.length);
  let sum = 0;
  for (const [id, times] of row) sum += times * (weights[id] ?? 0);
  const error = 1 / (1 + Math.exp(-(descent.bias + sum * scale))) - (sample.isViolation ? 1 : 0);
  const gradient = error * (sample.isBackground ? backgroundWeight : 1) * (sample.isAlone ? sentenceWeight : 1);
  for (const [id, times] of row) {
    const step = gradient * scale * times + decay * (weights[id] ?? 0);
    squares[id] = (squares[id] ?? 0) + step * step;
    weights[id] = (weights[id] ?? 0) - (rate * step) / Math.sqrt(squares[id] ?? 1);
  }
  descent.biasSquares += gradient * gradient;
  descent.bias -= (rate * gradient) / Math.sqrt(descent.biasSquares);
}

function rowOf(keys: readonly number[], index: ReadonlyMap<number, number>): Map<number, number> {
  const row = new Map<number, number>();
  for (const key of keys) {
    const id = index.get(key);
    if (id !== undefined) row.set(id, (row.get(id) ?? 0) + 1);
  }
  return row;
}

/** The mean weights of the later epochs. */
function descend(samples: readonly Sample[], index: ReadonlyMap<number, number>): { mean: Float64Array; bias: number } {
  const rows = samples.map(({ keys }) => rowOf(keys, index));
  const squares = new Float64Array(index.size).fill(1e-6);
  const descent: Descent = { weights: new Float64Array(index.size), squares, bias: 0, biasSquares: 1e-6 };
  const mean = new Float64Array(index.size);
  let bias = 0;
  for (let round = 0; round < epochs; round += 1) {
    for (const at of shuffled(samples.length, round)) {
      const sample = samples[at];
      if (sample !== undefined) approach(descent, sample, rows[at] ?? new Map());
    }
    if (round < firstMeant) continue;
    const share = 1 / (epochs - firstMeant);
    for (let id = 0; id < mean.length; id += 1) mean[id] = (mean[id] ?? 0) + (descent.weights[id] ?? 0) * share;
    bias += descent.bias * share;
  }
  return { mean, bias };
}

/**
 * Logistic regression by AdaGrad, the same on every run; keeps the weights with the most effect: a small one of a
 * common pair says more than a large one of a pair that is hardly ever met.
 */
export function train(samples: readonly Sample[]): Weights {
  const counts = countKeys(samples);
  const index = new Map<number, number>();
  for (const [key, times] of counts) if (times >= leastTexts) index.set(key, index.size);
  const { mean, bias } = descend(samples, index);
  const kept = [...index]
    .map(([key, id]) => ({ key, weight: mean[id] ?? 0, times: counts.get(key) ?? 0 }))
    .map((entry) => ({ ...entry, effect: Math.abs(entry.weight) * Math.sqrt(entry.times) }))
    .sort((left, right) => right.effect - left.effect || left.key - right.key)
    .slice(0, mostWeights);
  return { byKey: new Map(kept.map(({ key, weight }) => [key, weight])), bias };
}

/** For each category, the keys that are found in it much more often than in violations at large. */
export function pointersOf(samples: readonly Sample[], categories: readonly string[]): Map<string, number[]> {
  const violations = samples.filter((sample) => sample.category !== null);
  const overall = countKeys(violations);
  return new Map(
    categories.map((category) => {
      const own = violations.filter((sample) => sample.category === category);
      const share = own.length / violations.length;
      const keys = [...countKeys(own)].filter(([key, times]) => {
        const expected = (overall.get(key) ?? 0) * share;
        return times >= 2 && times > 2.5 * expected;
      });
      return [category, keys.map(([key]) => key)];
    }),
  );
}
