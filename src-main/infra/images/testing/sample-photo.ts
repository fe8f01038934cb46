import { canvasApi } from '../canvas.ts';

/** A picture with edges and shades enough to weigh what a product photo of its size weighs; the same for the same seed. */
export async function samplePhoto(seed: number, width = 800, height = 800): Promise<Buffer> {
  const canvas = canvasApi().createCanvas(width, height);
  const context = canvas.getContext('2d');
  const shade = context.createLinearGradient(0, 0, width, height);
  shade.addColorStop(0, `hsl(${(seed * 47) % 360} 60% 70%)`);
  shade.addColorStop(1, `hsl(${(seed * 47 + 90) % 360} 60% 45%)`);
  context.fillStyle = shade;
  context.fillRect(0, 0, width, height);
  let state = seed + 1;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % limit;
  };
  for (let index = 0; index < 1500; index++) {
    context.fillStyle = `hsl(${next(360)} 55% 55% / 0.6)`;
    context.fillRect(next(width), next(height), 6 + next(50), 4 + next(40));
  }
  return canvas.encode('jpeg', 90);
}
