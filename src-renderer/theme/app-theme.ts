import { type ThemeConfig, theme } from 'antd';

export type Scheme = 'light' | 'dark';

const fontFamily =
  "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";

/**
 * Colour roles. `colorSelected` is the tint of what is chosen in a list or menu, `colorSelectedHover` the same under the
 * pointer or the keyboard, `colorOnPrimary` text on the primary colour.
 */
const palette = {
  light: {
    colorPrimary: '#0E5A66',
    colorOnPrimary: '#FFFFFF',
    colorSelected: '#E0EEEF',
    colorSelectedHover: '#CBE1E3',
    colorBgLayout: '#F4F5F3',
    colorBgContainer: '#FFFFFF',
    colorBgElevated: '#FFFFFF',
    colorText: '#16202A',
    colorTextSecondary: '#4C5762',
    colorTextTertiary: '#66707A',
    colorTextPlaceholder: '#66707A',
    colorBorder: '#CFD4D2',
    colorBorderSecondary: '#E3E6E3',
    colorLink: '#0B5C6B',
    colorLinkHover: '#0E7384',
    colorLinkActive: '#083F4A',
    colorError: '#AE2012',
    colorWarning: '#9A5B00',
    colorSuccess: '#00735C',
    colorInfo: '#0B5394',
    colorErrorBg: '#FCE7E3',
    colorErrorBorder: '#F0AFA5',
    colorWarningBg: '#FCF0DC',
    colorWarningBorder: '#EBC78C',
    colorSuccessBg: '#E1F3EC',
    colorSuccessBorder: '#9AD3C0',
    colorInfoBg: '#E4EFFA',
    colorInfoBorder: '#A6CBEF',
  },
  dark: {
    colorPrimary: '#4FB3C1',
    colorOnPrimary: '#0C1517',
    colorSelected: '#17363B',
    colorSelectedHover: '#1F464C',
    colorBgLayout: '#121518',
    colorBgContainer: '#1A1E22',
    colorBgElevated: '#21262B',
    colorText: '#E8ECEF',
    colorTextSecondary: '#B3BBC3',
    colorTextTertiary: '#98A1AA',
    colorTextPlaceholder: '#98A1AA',
    colorBorder: '#3A4148',
    colorBorderSecondary: '#2A3036',
    colorLink: '#6CC5D2',
    colorLinkHover: '#8FD8E2',
    colorLinkActive: '#4FB3C1',
    colorError: '#FF9C8D',
    colorWarning: '#F0B860',
    colorSuccess: '#6FD6B5',
    colorInfo: '#8DC3F7',
    colorErrorBg: '#3B1D19',
    colorErrorBorder: '#71362E',
    colorWarningBg: '#352816',
    colorWarningBorder: '#654A22',
    colorSuccessBg: '#123029',
    colorSuccessBorder: '#23594B',
    colorInfoBg: '#15283B',
    colorInfoBorder: '#294B6E',
  },
} as const satisfies Record<Scheme, Record<string, string>>;

/** Type scale, spacing, radius and colour roles of the app on top of the component library. */
export function appTheme(scheme: Scheme, motion: boolean, compact: boolean): ThemeConfig {
  const { colorSelected, colorSelectedHover, colorOnPrimary, ...roles } = palette[scheme];
  return {
    // The styles are read from antd/dist/antd.css; putting them together while the first page is drawn takes longer.
    zeroRuntime: true,
    algorithm: [
      scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
      ...(compact ? [theme.compactAlgorithm] : []),
    ],
    token: {
      ...roles,
      controlItemBgActive: colorSelected,
      controlItemBgActiveHover: colorSelectedHover,
      fontFamily,
      fontSize: 14,
      borderRadius: 6,
      borderRadiusLG: 10,
      controlHeight: compact ? 28 : 34,
      wireframe: false,
      motion,
    },
    components: {
      Layout: {
        siderBg: palette[scheme].colorBgContainer,
        headerBg: palette[scheme].colorBgContainer,
        bodyBg: palette[scheme].colorBgLayout,
      },
      Menu: {
        itemHeight: compact ? 32 : 38,
        itemBorderRadius: 6,
        itemMarginInline: 8,
        activeBarBorderWidth: 0,
        itemSelectedBg: colorSelected,
        itemSelectedColor: palette[scheme].colorPrimary,
      },
      // Heads as those of the windowed tables.
      Table: {
        headerBg: palette[scheme].colorBgLayout,
        headerColor: palette[scheme].colorTextSecondary,
        headerSplitColor: 'transparent',
        headerBorderRadius: 0,
        cellPaddingBlockMD: 9,
        cellPaddingInlineMD: 12,
      },
      Button: { fontWeight: 500, primaryColor: colorOnPrimary, primaryShadow: 'none', defaultShadow: 'none' },
      Card: { bodyPadding: 18 },
      // An empty box has nothing but its edge to be seen by.
      Checkbox: { colorBorder: roles.colorTextTertiary },
      Radio: { colorBorder: roles.colorTextTertiary },
      Drawer: { padding: 20 },
    },
  };
}
