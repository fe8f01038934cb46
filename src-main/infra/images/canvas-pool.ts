import { type Canvas, canvasApi } from './canvas.ts';

/**
 * Lends canvases and takes them back. Their pixels live outside the JavaScript heap, where a garbage collector that is
 * not under pressure lets hundreds of them pile up.
 */
export class CanvasPool {
  private readonly free: Canvas[] = [];

  async use<Result>(work: (canvas: Canvas) => Promise<Result>): Promise<Result> {
    const canvas = this.free.pop() ?? canvasApi().createCanvas(1, 1);
    try {
      return await work(canvas);
    } finally {
      this.free.push(canvas);
    }
  }
}
