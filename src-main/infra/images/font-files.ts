/**
 * The weights posters use: family name on the canvas → file in the Noto Sans SC package (SIL Open Font License 1.1).
 * Free of imports, because the build's configuration reads it too.
 */
export const fontFiles = {
  'Poster Regular': '400Regular/NotoSansSC_400Regular.ttf',
  'Poster Bold': '700Bold/NotoSansSC_700Bold.ttf',
  'Poster Black': '900Black/NotoSansSC_900Black.ttf',
} as const;

export type FontFamily = keyof typeof fontFiles;

export const fontFamilies = Object.keys(fontFiles) as readonly FontFamily[];

export const fontPackage = '@expo-google-fonts/noto-sans-sc';

/** Where the build puts the fonts, beside the bundle. */
export const builtFontFolder = 'fonts';

export const builtFontName = (family: FontFamily): string => fontFiles[family].replace(/^.*\//, '');
