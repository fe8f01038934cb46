import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
// The calendars take the names of their days and months, and the first day of a week, from here.
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect, useState } from 'react';
import { LocaleProvider } from '../i18n/locale.tsx';
import { type Services, ServicesProvider, useSettings } from '../state/services.tsx';
import { appTheme, type Scheme } from '../theme/app-theme.ts';
import { Pages } from './pages.tsx';
import { Shell } from './shell.tsx';
import { StartFailure } from './start-failure.tsx';
import { useMediaQuery } from './use-media-query.ts';

function useScheme(): Scheme {
  const { theme } = useSettings();
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  return theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
}

function Themed({ fatal, styleNonce }: { fatal: Error | null; styleNonce: string }): ReactNode {
  const { language, density } = useSettings();
  const scheme = useScheme();
  const motion = !useMediaQuery('(prefers-reduced-motion: reduce)');
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['scheme'] = scheme;
    // What the browser draws itself, boxes to tick and scroll bars, follows the app, not the system.
    document.documentElement.style.colorScheme = scheme;
    document.documentElement.dataset['density'] = density;
  }, [language, scheme, density]);
  return (
    <ConfigProvider
      theme={appTheme(scheme, motion, density === 'compact')}
      locale={language === 'en' ? enUS : zhCN}
      csp={{ nonce: styleNonce }}
      button={{ autoInsertSpace: false }}
    >
      <LocaleProvider locale={language}>
        <AntApp className="app">
          {fatal ? (
            <StartFailure error={fatal} />
          ) : (
            <Shell>
              <Pages />
            </Shell>
          )}
        </AntApp>
      </LocaleProvider>
    </ConfigProvider>
  );
}

/** The whole app: providers, frame and the open page; a lost engine replaces it with an explanation. */
export function App({ services, styleNonce }: { services: Services; styleNonce: string }): ReactNode {
  const [fatal, setFatal] = useState<Error | null>(null);
  useEffect(() => services.transport.onFatal(setFatal), [services]);
  return (
    <ServicesProvider services={services}>
      <Themed fatal={fatal} styleNonce={styleNonce} />
    </ServicesProvider>
  );
}
