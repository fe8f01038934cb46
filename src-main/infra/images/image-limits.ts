export const imageLimits = {
  /** A picture's file; WeChat itself takes no more than 10 MB. */
  fileBytes: 15_000_000,
  /** Pixels of one side and of the whole; decoding takes four bytes for each. */
  side: 12_000,
  pixels: 26_000_000,
  /** Long side after re-encoding. Source: WeCom advises at most 1440 × 1080 (developer.work.weixin.qq.com/document/path/97005). */
  outputSide: 1440,
  jpegQuality: 88,
} as const;
