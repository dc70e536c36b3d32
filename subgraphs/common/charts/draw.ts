import stringWidth from 'string-width';
import type { TopLevelSpec } from 'vega-lite';

/** vega gives it out and its types lack it (vega-scenegraph/src/util/text.js): what measures texts, for all pictures of the process. */
declare module 'vega' {
  export const textMetrics: {
    width: (
      item: { readonly fontSize?: number; readonly limit?: number },
      text: string | number | null | undefined,
    ) => number;
  };
}

/** Nothing is loaded from anywhere: the reader's own fonts, Japanese ones first. */
export const FONT = '"Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif';

/** Of the font's size: how wide a column of a text is, of which a Japanese character takes two. */
const COLUMN_EM = 0.55;

/** Pixels that a text takes in our fonts, near enough to leave room for it. */
export function textPixels(text: string, fontSize: number): number {
  return stringWidth(text) * COLUMN_EM * fontSize;
}

/** vega's own size of a text without one. */
const DEFAULT_FONT_SIZE = 11;

/**
 * A vega-lite picture as SVG. The drawing libraries are loaded with the first picture: most processes draw none.
 * Without a canvas vega takes every character to be as wide as a Latin one, and cuts Japanese labels: we measure for it.
 */
export async function drawSvg(specification: TopLevelSpec): Promise<string> {
  const [{ parse, textMetrics, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  textMetrics.width = (item, text) => {
    const pixels = textPixels(String(text ?? '').trim(), item.fontSize ?? DEFAULT_FONT_SIZE);
    return item.limit !== undefined && item.limit > 0 ? Math.min(pixels, item.limit) : pixels;
  };
  const view = new View(parse(compile(specification).spec), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
